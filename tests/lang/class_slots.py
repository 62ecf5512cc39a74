# test: lang
# __slots__ is a class attribute; class attributes are defaults of instances.
class Vector:
    __slots__ = ("x", "y")
    zero = 0

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)


v = Vector(1, 2) + Vector(3, 4)
print(v.x, v.y, v.zero, Vector.zero, Vector.__slots__)


class Config:
    size = 10
    name = "config"
    count = 0

    def bump(self):
        self.count += 1
        Config.size += 1
        return self.count


a = Config()
b = Config()
a.size = 3
print(a.bump(), a.bump(), b.bump(), a.size, b.size, Config.count, Config.size)
a.name = "other"
print(a.name, b.name)
