# test: lang
# __str__ and __repr__ in containers, f-strings, exceptions, joins.

class A:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f"A({self.n!r})"


class B(A):
    def __str__(self):
        return "<" + super().__repr__() + ">"


class C:
    def __str__(self):
        return "c"

    __repr__ = __str__


a, b = A("x"), B("y")
print(a, b, [a, b], (b,), {"k": b}, {1: [b]}, str(b), repr(b), f"{b} {b!r} {b!s:>12}|")
print("%s %r" % (b, b), "{} {!r}".format(b, b), " ".join([str(x) for x in (a, b)]), C(), [C()])
try:
    raise ValueError(b)
except ValueError as e:
    print(e, repr(e))
print(str([]), repr(""), str([[a]]), repr({"a": (a, None)}), str((a,)), f"{[b]}", f"{a.n} {a.n!r:>5}")
