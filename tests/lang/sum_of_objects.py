# test: lang
# sum() of objects, from 0 by __radd__ and from an object; of numbers, nothing, iterators.
from fractions import Fraction
from datetime import timedelta


class Vector:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __radd__(self, other):
        return self

    def __repr__(self):
        return f"Vector({self.x}, {self.y})"


later = []
print(sum([Vector(1, 2), Vector(3, 4)]), sum([Vector(1, 2)], Vector(0, 0)), sum([], Vector(5, 6)))
for i in range(3):
    later.append(Vector(i, 1))
print(sum(later), sum(v for v in later), sum([Fraction(1, 2), Fraction(1, 3)]))
print(sum([timedelta(1), timedelta(2)], timedelta()))
print(sum([]), sum([], 5), sum([1, 2]), sum([1.5, 2]), sum([True, False]), sum([[1], [2]], []), sum((), 2.5))
print(sum(range(10)), sum({1, 2}), sum({1: 2}), sum(iter([1, 2.5])))
print(sum(x for x in [1, 2, 3] if x > 1), sum([[i] for i in range(3)], [9]))
empty = [v for v in later if v.x > 5]
print(sum(empty, Vector(0, 0)), len(empty))
