# test: lang
# NotImplemented, reflected operators, and the subclass that goes first.


class Meters:
    def __init__(self, n):
        self.n = n

    def __add__(self, other):
        if isinstance(other, Meters):
            return Meters(self.n + other.n)
        return NotImplemented

    def __radd__(self, other):
        return Meters(other + self.n)

    def __sub__(self, other):
        return f"{type(self).__name__}.__sub__"

    def __rsub__(self, other):
        return f"{type(self).__name__}.__rsub__"

    def __lt__(self, other):
        return self.n < other.n

    def __repr__(self):
        return f"{type(self).__name__}({self.n})"


class Special(Meters):
    def __rsub__(self, other):
        return "special first"


m = Meters(3)
print(m + m, 5 + m, 1.0 + m, sum([m, m], m), m - m, m - Special(1), Special(1) - m)
print(m < Meters(4), m > Meters(4), Meters(4) > m, 10 - m)
