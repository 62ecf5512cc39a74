# test: lang
# Methods under two names: __rmul__ = __mul__.
class M:
    def __init__(self, x):
        self.x = x

    def __mul__(self, k):
        if isinstance(k, M):
            return M(self.x * k.x)
        if isinstance(k, (int, float)):
            return M(self.x * k)
        return NotImplemented

    __rmul__ = __mul__

    def __add__(self, o):
        return M(self.x + (o.x if isinstance(o, M) else o))

    __radd__ = __iadd__ = __add__

    def __eq__(self, o):
        return isinstance(o, M) and self.x == o.x

    def __lt__(self, o):
        return self.x < o.x

    def __repr__(self):
        return f"M({self.x})"

    __str__ = __repr__


class N(M):
    def describe(self):
        return f"N of {self.x}"

    label = describe


a = M(3)
print(2 * a, a * 2, 2.5 * a, a * a, 1 + a, str(a))
a += 4
print(a, N(2) * 3, 3 * N(2), N(5).label(), M(1) + N(1), sorted([M(3), N(1)]))
