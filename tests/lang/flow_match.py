# test: lang
# match on constants, sequences and classes.


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


def number(n):
    match n:
        case 0:
            return "zero"
        case 1 | 2 | 3:
            return "small"
        case -1:
            return "minus one"
        case k if k > 100:
            return f"big {k}"
        case _:
            return "other"


def word(s):
    match s:
        case "a" | "b":
            return 1
        case "":
            return 0
    return -1


def seq(xs):
    match xs:
        case []:
            return "empty"
        case [x]:
            return f"one {x}"
        case [x, y]:
            return f"two {x} {y}"
        case [x, *rest]:
            return f"{x} and {len(rest)}"


def point(p):
    match p:
        case Point(x=0, y=0):
            return "origin"
        case Point(x=0, y=y):
            return f"on y at {y}"
        case Point(x=x, y=y) if x == y:
            return "diagonal"
    return "somewhere"


print([number(n) for n in (0, 2, -1, 500, 50)], [word(s) for s in ("a", "b", "", "q")])
print([seq([1] * n) for n in range(4)], [point(Point(x, y)) for x, y in ((0, 0), (0, 3), (2, 2), (1, 2))])
