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


class Vec:
    def __init__(self, x): self.x = x
    def __mul__(self, o):
        if isinstance(o, Vec): return self.x * o.x
        return NotImplemented
    def __add__(self, o):
        if isinstance(o, Vec): return Vec(self.x + o.x)
        return NotImplemented
    def __lt__(self, o):
        if not isinstance(o, Vec): return NotImplemented
        return self.x < o.x
    def __eq__(self, o):
        if not isinstance(o, Vec): return NotImplemented
        return self.x == o.x
class Scale:
    def __init__(self, k): self.k = k
    def __rmul__(self, o): return "rmul"
    def __radd__(self, o): return Vec(o.x + self.k)
    def __gt__(self, o): return "gt"
print(Vec(2) * Vec(3), Vec(2) * Scale(1), (Vec(2) + Scale(5)).x, Vec(1) < Vec(2), Vec(1) < Scale(1), Vec(1) == Vec(1), Vec(1) == 3, Vec(1) != Vec(2), Vec(1) == None)
class Money:
    def __init__(self, n): self.n = n
    def __eq__(self, o):
        if isinstance(o, Money): return self.n == o.n
        return self.n == o
print(3 == Money(3), 3 != Money(3), Money(3) == 3, Money(3) != 4, Money(1) == Money(1))
