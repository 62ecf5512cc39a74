# test: lang
# Class and static methods: factories, inheritance, calls through instances, super in class methods.
class Shape:
    registry = []
    sides = 0

    def __init__(self, name):
        self.name = name

    @classmethod
    def create(cls, name):
        made = cls(name)
        cls.registry.append(f"{cls.__name__}:{name}")
        return made

    @classmethod
    def describe(cls):
        return f"{cls.__name__} with {cls.sides} sides"

    @staticmethod
    def area(w, h):
        return w * h

    def __repr__(self):
        return f"{type(self).__name__}({self.name!r})"


class Square(Shape):
    sides = 4

    @classmethod
    def describe(cls):
        return super().describe() + ", all equal"

    @staticmethod
    def area(w):
        return Shape.area(w, w)


class Unit(Square):
    @classmethod
    def create(cls, name="unit"):
        return super().create(name.upper())


print(Shape.create("s"), Square.create("q"), Unit.create(), Unit.create("u"))
print(Shape.registry, Shape.describe(), Square.describe(), Unit.describe())
u = Unit.create("again")
print(u.describe(), u.area(3), Square.area(2), Shape("x").area(2, 5), u.create("via instance"), len(Unit.registry))
make = Square.create
print(make("bound"), [f("m") for f in (Shape.create, Square.create)])
print(Unit.__name__, type(u).__name__, isinstance(u, Square), issubclass(Unit, Shape), u.sides, Unit.sides)
