# test: lang
# Keyword-only and positional-only parameters, with defaults on either side of the marks.


def only(*, a, b=2):
    return a * 10 + b


def mixed(x, /, y, *, z=7):
    return (x, y, z)


def pos_default(x, y=5, /, z=6):
    return (x, y, z)


def after_star(*items, sep="-", last):
    return sep.join([str(i) for i in items]) + last


class Box:
    def __init__(self, *, width=1, height):
        self.width = width
        self.height = height

    def grow(self, by, /, *, times=1):
        for _ in range(times):
            self.width += by
        return self


print(only(a=1), only(b=3, a=1), mixed(1, 2), mixed(1, y=2, z=3), mixed(1, z=0, y=9))
print(pos_default(1), pos_default(1, 2), pos_default(1, 2, 3), pos_default(1, z=4))
print(after_star(1, 2, 3, last="!"), after_star(last="."), after_star(1, 2, sep="", last=""))
print(Box(height=4).grow(3, times=2).width, Box(width=2, height=3).height)
pairs = [mixed(i, i + 1, z=i * 2) for i in range(3)]
print(pairs)
f = lambda x, /, *, k=3: x * k
print(f(2), f(2, k=5))
