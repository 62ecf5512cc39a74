# test: lang
# getattr, hasattr, setattr and delattr with constant names.


class A:
    kind = "a"

    def __init__(self, x):
        self.x = x
        if x > 5:
            self.big = [x]
        self.next = None

    def show(self):
        return "A" + str(self.x)


class B(A):
    extra = 7


a, b, c = A(1), B(9), None
print(hasattr(a, "x"), hasattr(a, "kind"), hasattr(a, "show"), hasattr(a, "nope"), hasattr(a, "big"), hasattr(b, "big"))
print(getattr(a, "x"), getattr(a, "kind"), getattr(a, "show")(), getattr(b, "extra", 0), getattr(a, "extra", 0))
print(getattr(a, "big", []), getattr(b, "big", []), getattr(a, "nope", "default"), getattr(a, "next", a) is None)
for o in (a, b):
    print(hasattr(o, "extra"), getattr(o, "extra", -1), hasattr(o, "big"), getattr(o, "x", 0), end="; ")
print()
setattr(a, "x", 50)
setattr(a, "fresh", "new")
print(a.x, a.fresh, hasattr(b, "fresh"), hasattr(a, "fresh"))
delattr(a, "fresh")
print(hasattr(a, "fresh"), getattr(a, "fresh", "gone"))
try:
    getattr(a, "fresh")
except AttributeError as e:
    print(e)
print(hasattr("s", "upper"), hasattr([], "append"), hasattr((1,), "index"))
print(hasattr(A, "kind"), hasattr(A, "x"), getattr(B, "extra", 1), getattr(A, "extra", 1))


def maybe(o):
    return getattr(o, "x", "none") if False else getattr(o, "x", -1)


print(maybe(a), maybe(None), maybe(b))
opt = a if a.x > 100 else None
print(hasattr(opt, "x"), getattr(opt, "x", 3), hasattr(opt, "zz"))
