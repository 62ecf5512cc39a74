# test: lang
# functools.partial with keywords, of functions, classes, methods and partial objects.
from functools import partial
def f(a, b, c=3, *, d=4):
    return (a, b, c, d)
g = partial(f, 1, d=10)
print(g(2), g(2, c=5), g(2, d=7))
int2 = partial(int, base=2)
print(int2("1010"))
p = partial(print, end="!\n", sep="-")
p(1, 2)


def report(title, *rows, width=10, fill="."):
    return title.ljust(width, fill) + "|" + ",".join(str(r) for r in rows)


wide = partial(report, width=14)
wider = partial(wide, fill="-")
print(wide("a", 1, 2), wider("b"), wider("c", 3, width=5), partial(report, "t", 1)(2, 3, fill="_"))
key = partial(sorted, key=len, reverse=True)
print(key(["a", "ccc", "bb"]), partial(sorted, reverse=True)([1, 3, 2]))
print(list(map(partial(round, ndigits=1), [1.25, 2.349])))


class Box:
    def __init__(self, w, h=1):
        self.w = w
        self.h = h

    def area(self, scale=1):
        return self.w * self.h * scale


flat = partial(Box, h=2)
print(flat(3).area(), partial(Box(2, 3).area, scale=10)(), partial(Box.area, scale=2)(Box(5)))
handlers = {"double": partial(lambda x, k: x * k, k=2), "triple": partial(lambda x, k: x * k, k=3)}
print(handlers["double"](4), handlers["triple"](4))
