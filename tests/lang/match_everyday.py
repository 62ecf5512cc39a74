# test: lang
# match statements: literals, captures, sequences, mappings, classes, guards, or-patterns.
from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int


class Shape:
    pass


class Circle(Shape):
    __match_args__ = ("r",)

    def __init__(self, r):
        self.r = r


class Rect(Shape):
    __match_args__ = ("w", "h")

    def __init__(self, w, h):
        self.w, self.h = w, h


def area(shape):
    match shape:
        case Circle(r=0) | Rect(0, _) | Rect(_, 0):
            return 0.0
        case Circle(r):
            return 3 * r * r
        case Rect(w, h) if w == h:
            return float(w ** 2)
        case Rect(w=w, h=h):
            return w * h


print([area(s) for s in (Circle(0), Circle(2), Rect(3, 3), Rect(2, 5), Rect(0, 9))])


def where(p):
    match p:
        case Point(0, 0):
            return "origin"
        case Point(x=0, y=y):
            return f"y axis at {y}"
        case Point(x, 0):
            return f"x axis at {x}"
        case Point(x, y) if x == y:
            return "diagonal"
        case Point():
            return "elsewhere"


print([where(Point(*c)) for c in [(0, 0), (0, 3), (4, 0), (2, 2), (1, 5)]])


def command(words):
    match words:
        case []:
            return "nothing"
        case ["quit" | "exit"]:
            return "bye"
        case ["go", ("north" | "south") as way]:
            return "going " + way
        case ["go", other]:
            return "cannot go " + other
        case ["get", *things] if len(things) > 1:
            return "many: " + "+".join(things)
        case ["get", thing]:
            return "one: " + thing
        case [first, *_, last]:
            return f"{first}..{last}"
        case _:
            return "single"


for line in ["", "quit", "exit", "go north", "go up", "get a b", "get a", "x y z", "alone"]:
    print(command(line.split()), end="; ")
print()


def number(n):
    match n:
        case 0:
            return "zero"
        case 1 | 2 | 3:
            return "few"
        case x if x < 0:
            return "negative"
        case _:
            return "many"


print([number(n) for n in (0, 2, -5, 10)])
match {"kind": "a", "name": "n", "more": "m"}:
    case {"kind": "b"}:
        print("b")
    case {"kind": "a", "name": name, **rest}:
        print(name, rest)
match (1, (2, 3)):
    case (a, (b, c)):
        print(a + b + c)
