# test: lang
# A named tuple behind a star is the tuple it stands for, each item with its type; a class of an enum gives its members.
from collections import namedtuple
from enum import Enum
from typing import NamedTuple

Edge = namedtuple("Edge", "source target weight")


class Point(NamedTuple):
    x: int
    name: str = "q"


class Color(Enum):
    RED = 1
    BLUE = 2


class Box:
    def __init__(self, a, b, c):
        self.all = (a, b, c)


def add(u, v, w=1.0):
    return f"{u} {v} {w}"


def kw(*args, **named):
    return args, named


def pair(a, b):
    return a.name + b.name


def some(n):
    return edge if n else None


edge = Edge("a", "b", 4.0)
point = Point(3)
print(add(*edge), add(*edge[:2]), Edge(*edge) == edge, Point(*point), Box(*edge).all)
print((*edge, 5), (*edge,), ("x", *edge), (*point, *edge))
print(kw(*edge), kw(1, *edge, 2), kw(*point, z=1))
print("{} {} {}".format(*edge), "%s-%s-%s" % edge)
print([add(*x) for x in [edge, Edge("c", "d", 1.5)]], list(map(lambda q: kw(*q), [point])))
print(*edge)
print(*edge, *point, 1, sep=", ")
for n in (1, 0):
    try:
        print(add(*some(n)))
    except TypeError as error:
        print(type(error).__name__)

first, second = Color
print(first, second.value)
first, *others = Color
print(first, others)
print([*Color], (*Color,), pair(*Color), Color["RED"], *Color)
