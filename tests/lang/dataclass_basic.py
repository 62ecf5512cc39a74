# test: lang
# @dataclass: __init__, __repr__, __eq__, defaults, methods of the class.
from dataclasses import dataclass, field


@dataclass
class Point:
    x: int
    y: int = 5
    tags: list = field(default_factory=list)

    def total(self):
        return self.x + self.y


p = Point(1)
q = Point(1, 2, ["a"])
print(p, q, p == q, p == Point(1), p != q, p.total())
p.tags.append("z")
p.x += 10
print(p, Point(3), Point.y, Point(y=4, x=9), p == 3, p == None)
print([Point(i) for i in range(2)], repr(Point(0)), f"{Point(7)}")


@dataclass()
class Empty:
    pass


@dataclass
class Strings:
    name: str
    other: "Strings" = None


print(Empty(), Empty() == Empty(), Strings("it's"), Strings("a", Strings("b")))
