# match statements.
class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


def what(v):
    match v:
        case 0:
            return "zero"
        case -1 | 1:
            return "one"
        case "a" | "b" as letter:
            return "letter " + letter
        case None | True:
            return "singleton"
        case Point(0, y) | Point(y, 0):
            return "axis", y
        case Point(x=x, y=y) if x == y:
            return "diagonal", x
        case Point():
            return "point"
        case []:
            return "empty"
        case [x]:
            return "single", x
        case [1, *rest, 9]:
            return "1..9", rest
        case [x, [y, *_], *z]:
            return "nested", x, y, z
        case (x, y):
            return "pair", x, y
        case {"kind": "k", "v": v, **rest}:
            return "mapping", v, rest
        case {}:
            return "dict"
        case int(n) if n > 100:
            return "big", n
        case float() | int():
            return "number"
        case str(text):
            return "text", text
        case _:
            return "other"


values = [0, 1, -1, 7, 700, 2.5, "a", "b", "hello", None, True, False, Point(0, 3), Point(4, 0), Point(5, 5), Point(1, 2)]
values += [[], [4], [1, 2, 3, 9], [1, 9], [5, [6, 7], 8], (1, 2), (1, 2, 3), {"kind": "k", "v": 3, "w": 4}, {"x": 1}, b"x"]
for value in values:
    print(what(value))


def no_match(v):
    bound = "before"
    match v:
        case [bound, 2]:
            return "two", bound
        case [_, _]:
            return "any", bound
    return "nothing", bound


print(no_match([1, 2]), no_match([1, 3]), no_match(5))
