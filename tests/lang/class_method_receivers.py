# test: lang
# Class methods, static methods, properties, type(self)(...) where the receiver is one of several classes.
class Shape:
    names = ["shape"]
    limit: int = 4

    @classmethod
    def of(cls, n):
        return cls(n)

    @classmethod
    def describe(cls, prefix="", *, end="."):
        return prefix + cls.__name__ + ":" + str(cls.limit) + end

    @classmethod
    def twice(cls):
        return cls.describe("<") + cls.describe(end=">")

    @staticmethod
    def unit():
        return 1

    @property
    def area(self):
        return self.n * self.unit()

    def __init__(self, n):
        self.n = n

    def grown(self):
        return type(self)(self.n + 1)

    def again(self):
        return self.__class__.of(self.n + 10)

    def __repr__(self):
        return f"{type(self).__name__}({self.n}, {self.limit})"


class Square(Shape):
    limit = 8

    @staticmethod
    def unit():
        return 2

    @property
    def area(self):
        return self.n * self.n


class Cube(Square):
    names = ["cube"]

    @classmethod
    def describe(cls, prefix="", *, end="."):
        return "cube " + super().describe(prefix, end=end)


shapes = [Shape(2), Square(3), Cube(4)]
for shape in shapes:
    print(shape, shape.describe(), shape.twice(), shape.unit(), shape.area)
    print(shape.of(7), shape.grown(), shape.again(), shape.grown().again())
    print(type(shape).names, shape.__class__.limit, type(shape).unit(), type(shape).describe("t"))
for cls in (Shape, Square, Cube):
    print(cls.of(1), cls.twice(), cls.unit(), cls.limit, cls.__name__)
made = [s.of for s in shapes]
print([m(5) for m in made])
bound = shapes[1].describe
print(bound("x"), bound())
Square.limit = 80
Cube.limit = 800
print([s.limit for s in shapes], [s.describe() for s in shapes])
print([type(s) is Square for s in shapes], [isinstance(s, Square) for s in shapes])
