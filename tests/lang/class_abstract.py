# test: lang
# Shapes with a common base whose method is not implemented.


class Shape:
    def area(self):
        raise NotImplementedError("area of " + type(self).__name__)

    def describe(self):
        return f"{type(self).__name__} of area {self.area():.2f}"


class Square(Shape):
    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side * self.side


class Circle(Shape):
    def __init__(self, r):
        self.r = r

    def area(self):
        return 3.14159 * self.r**2


class Blob(Shape):
    pass


shapes = [Square(2), Circle(1.5), Square(1.5), Blob()]
for s in shapes:
    try:
        print(s.describe())
    except NotImplementedError as e:
        print("NotImplementedError:", e)
print(sum([s.area() for s in shapes[:3]]), max(shapes[:3], key=lambda s: s.area()).describe())
by_kind = {}
for s in shapes:
    by_kind.setdefault(type(s).__name__, []).append(s)
print({k: len(v) for k, v in by_kind.items()})
