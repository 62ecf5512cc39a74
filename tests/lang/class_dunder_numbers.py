# test: lang
# A number class with the whole set of operators, reflected and in place, mixed with ints.
class Mod:
    def __init__(self, n, m=7):
        self.n, self.m = n % m, m

    def _value(self, other):
        if isinstance(other, Mod):
            return other.n
        return other

    def __add__(self, other):
        return Mod(self.n + self._value(other), self.m)

    __radd__ = __add__

    def __sub__(self, other):
        return Mod(self.n - self._value(other), self.m)

    def __rsub__(self, other):
        return Mod(other - self.n, self.m)

    def __mul__(self, other):
        return Mod(self.n * self._value(other), self.m)

    __rmul__ = __mul__

    def __pow__(self, k):
        return Mod(pow(self.n, k, self.m), self.m)

    def __truediv__(self, other):
        return self * Mod(pow(self._value(other), self.m - 2, self.m), self.m)

    def __rtruediv__(self, other):
        return Mod(other, self.m) / self

    def __neg__(self):
        return Mod(-self.n, self.m)

    def __pos__(self):
        return self

    def __abs__(self):
        return Mod(min(self.n, self.m - self.n), self.m)

    def __invert__(self):
        return Mod(pow(self.n, -1, self.m), self.m)

    def __int__(self):
        return self.n

    def __bool__(self):
        return self.n != 0

    def __eq__(self, other):
        return self.n == self._value(other) % self.m

    def __lt__(self, other):
        return self.n < self._value(other)

    def __hash__(self):
        return hash(self.n)

    def __divmod__(self, other):
        return divmod(self.n, self._value(other))

    def __floordiv__(self, other):
        return self.n // self._value(other)

    def __lshift__(self, k):
        return Mod(self.n << k, self.m)

    def __or__(self, other):
        return Mod(self.n | self._value(other), self.m)

    def __repr__(self):
        return f"{self.n}%{self.m}"


a, b = Mod(3), Mod(5)
print(a + b, a - b, a * b, a / b, a ** 3, -a, +a, abs(b), ~a, a + 10, 10 + a, 10 - a, 2 * a, 1 / a, a << 2, a | b)
print(int(a), bool(Mod(7)), a == 3, a == 10, 3 == a, a != b, a < b, b > a, sorted([b, a, Mod(1)]), len({a, Mod(10), b}), divmod(b, a), b // a)
a += 1
a *= b
a -= Mod(2)
a **= 2
print(a, sum([Mod(1), Mod(2)], Mod(0)), max(a, b), [Mod(k) for k in range(9)][-1])
