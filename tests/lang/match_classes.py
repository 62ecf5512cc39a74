# test: lang
# match on classes, with __match_args__, keywords, guards, or-patterns and captures.


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


class Circle:
    __match_args__ = ("center", "r")

    def __init__(self, center, r):
        self.center = center
        self.r = r


class Square:
    def __init__(self, side):
        self.side = side


def area(s):
    match s:
        case Circle(Point(0, 0), r):
            return "at origin " + str(r)
        case Circle(center=Point(x=cx, y=cy), r=1 | 2 as small):
            return "small " + str((cx, cy, small))
        case Circle(_, r) if r > 100:
            return "huge"
        case Circle():
            return "circle"
        case Square(side=n):
            return "square " + str(n)
        case Point(x, 0):
            return "on axis " + str(x)
        case Point(x, y) if x == y:
            return "diagonal"
        case Point():
            return "point"
        case _:
            return "?"


print(area(Circle(Point(0, 0), 5)), area(Circle(Point(1, 2), 2)), area(Circle(Point(1, 2), 200)))
print(area(Circle(Point(1, 2), 20)), area(Square(3)), area(Point(4, 0)), area(Point(2, 2)), area(Point(1, 2)))


def kind(v):
    match v:
        case None:
            return "none"
        case True | False:
            return "bool"
        case int(n) if n < 0:
            return "negative"
        case int():
            return "int"
        case float(f):
            return "float " + str(f)


print([kind(v) for v in (None, True, -1, 5, 2.5)])


def s(v):
    match v:
        case "a" | "b" as c:
            return "ab " + c
        case str(x) if x.startswith("q"):
            return "q"
        case "":
            return "empty"
        case other:
            return "other " + other


print(s("a"), s("b"), s("qq"), s(""), s("zz"))
