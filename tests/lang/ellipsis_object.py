# test: lang
# The object `...`: shown, compared, told from None, in containers, as a default.
def f(x=...):
    if x is ...:
        return "nothing given"
    return "given"


class A:
    ...


x = ...
print(..., x, repr(...), str(x), f"{...!r:>10}|{x}", "%s" % x, bool(x), type(...), type(x).__name__)
print(x is ..., x == ..., x is not Ellipsis, x != ..., Ellipsis is x, f(), f(...))
print([..., ...], (1, ...), {"a": ...})
print(isinstance(x, int), x in [...], A().__class__.__name__)
y = None
for i in range(2):
    print(y, y is ..., y is None)
    y = ...
print({...: 1}[...])
