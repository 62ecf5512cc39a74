# test: lang
# replace, astuple, asdict, also nested; kw_only; match; methods of its own win.
from dataclasses import KW_ONLY, asdict, astuple, dataclass, replace


@dataclass
class Point:
    x: int
    y: int


@dataclass
class Line:
    a: Point
    b: Point


@dataclass
class Path:
    points: list


line = Line(Point(1, 2), Point(3, 4))
print(replace(line, b=Point(9, 9)), line, astuple(line), astuple(Point(5, 6)))
print(asdict(Point(1, 2)), asdict(line), asdict(Path([Point(0, 1)])), astuple(Path([Point(0, 1)])))


@dataclass(kw_only=True)
class Options:
    size: int
    depth: int = 2


@dataclass
class Mixed:
    a: int
    _: KW_ONLY
    b: int = 3
    c: int = 4


print(Options(size=1), Options(depth=1, size=3), Mixed(1, c=9), replace(Options(size=1), depth=5))


def describe(thing):
    match thing:
        case Point(0, 0):
            return "origin"
        case Point(x, y=0):
            return f"on x at {x}"
        case Point():
            return "point"


print(describe(Point(0, 0)), describe(Point(3, 0)), describe(Point(1, 1)))


@dataclass
class Custom:
    v: int

    def __repr__(self):
        return "<custom>"

    def __eq__(self, other):
        return True


print(Custom(1), Custom(1) == Custom(2))


@dataclass(repr=False, eq=False)
class Plain:
    v: int = 0

    def __str__(self):
        return "plain"


print(Plain(), Plain() == Plain())
