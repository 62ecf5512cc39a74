# test: lang
"""Methods under a second name: `__rmul__ = __mul__` is found for a number on the left, too, also in a subclass."""


class Vector:
    def __init__(self, *parts):
        self.parts = parts

    def __mul__(self, factor):
        return Vector(*(part * factor for part in self.parts))

    def plus(self, other):
        shift = other if isinstance(other, (int, float)) else other.parts[0]
        return Vector(*(part + shift for part in self.parts))

    __rmul__ = __mul__
    __add__ = __radd__ = plus

    def __str__(self):
        return f"<{', '.join(map(str, self.parts))}>"


class Named(Vector):
    name = "n"
    __str__ = lambda self: self.name + Vector.__str__(self)


v = Vector(1, 2.5)
print(2 * v, v * 2, 0.5 * Named(1, 3), True * v)
print(1 + v, v + 1, v + v, 2 * v + v * 2)
factor = 3 if v.parts else 1.5
print(factor * v, Named(4) + 1, str(Named(4)))
