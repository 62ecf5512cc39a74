# test: lang
# f-strings and format() of one object that may be None.

class Plain:
    def __str__(self):
        return "plain"


class Own:
    def __format__(self, spec):
        return "own" + spec


def maybe(there, value):
    if there:
        return value


for there in (True, False):
    print(f"{maybe(there, [1.5])}", f"{maybe(there, (1, 'a'))}", f"{maybe(there, {1: 'a'})}", sep="|")
    a, b, c = f"{maybe(there, [1.5])}", f"{maybe(there, Plain())}", format(maybe(there, Plain()))
    print(a[0:], b[0:], c[0:], "{}".format(maybe(there, {1, 2}))[0:])
    print(f"{maybe(there, [[None, 1]])}"[0:], f"{maybe(there, b'x')}"[0:], f"{maybe(there, 'text')}"[0:])
    own = maybe(there, Own())
    print(f"{own}"[0:], f"{own:x}" if there else "-")
    try:
        print(f"{maybe(there, Own()):y}", f"{maybe(there, 'text'):>6}")
    except TypeError as error:
        print(error)
print({frozenset("a"): 1, frozenset("abc"): 2}[frozenset("cba")], hash(frozenset("ab")) == hash(frozenset("ba")))
print(hash(frozenset(["x", "y"])), hash(frozenset([(1, 2), (3, 4)])), hash(frozenset([1.5, -2.0])))
