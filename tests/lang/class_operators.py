# test: lang
# Arithmetic dunders, reflected operators, comparison.


class Vec:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vec(self.x + other.x, self.y + other.y)

    def __sub__(self, other):
        return Vec(self.x - other.x, self.y - other.y)

    def __mul__(self, k):
        return Vec(self.x * k, self.y * k)

    def __rmul__(self, k):
        print("rmul", end=" ")
        return self * k

    def __neg__(self):
        return Vec(-self.x, -self.y)

    def __pos__(self):
        return self

    def __abs__(self):
        return (self.x**2 + self.y**2) ** 0.5

    def __eq__(self, other):
        return self.x == other.x and self.y == other.y

    def __lt__(self, other):
        return abs(self) < abs(other)

    def __bool__(self):
        return self.x != 0 or self.y != 0

    def __repr__(self):
        return f"Vec({self.x}, {self.y})"


a, b = Vec(1, 2), Vec(3.5, -1)
print(a + b, a - b, a * 3, 3 * a, 0.5 * b, -a, +a is a, abs(Vec(3, 4)))
print(a == Vec(1, 2), a != Vec(1, 2), a == b, a < b, a > b, bool(Vec(0, 0)), not a)
c = a
c += b
print(c, a, c is a)
c *= 2
print(c)
if Vec(0, 0):
    print("never")
print(sorted([Vec(3, 4), Vec(1, 0), Vec(0, 2)]), max([a, b]), sum([a, b, a], Vec(0, 0)), Vec(0, 0) or a, a and b)
