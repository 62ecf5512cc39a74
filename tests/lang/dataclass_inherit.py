# test: lang
# Fields of base classes come first; a field of the same name keeps its place.
from dataclasses import dataclass, field


@dataclass
class Base:
    a: int
    b: int = 2


class Middle(Base):
    def double(self):
        return self.a * 2


@dataclass
class Derived(Middle):
    c: list = field(default_factory=list)
    b: int = 7
    d: str = "d"


print(Base(1), Derived(1), Derived(5, 6, [1], "x"), Derived(2).double(), Middle(4))
print(Base(1) == Derived(1), Derived(1) == Derived(1), isinstance(Derived(1), Base))


@dataclass
class Shape:
    name: str = "shape"

    def area(self):
        return 0.0


@dataclass
class Square(Shape):
    side: float = 1.0

    def area(self):
        return self.side * self.side


@dataclass
class Circle(Shape):
    radius: float = 2.0

    def area(self):
        return 3.0 * self.radius * self.radius


for shape in [Shape(), Square("sq", 3.0), Circle()]:
    print(shape, shape.area(), shape.name)


@dataclass
class Logged(Base):
    seen: int = 0

    def __post_init__(self):
        self.seen += self.a


print(Logged(4), Logged(4, 1, 10))
