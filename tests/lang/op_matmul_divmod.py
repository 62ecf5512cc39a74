# test: lang
# @, divmod, unary operators, abs, round, pow, with reflected forms.


class M:
    def __init__(self, v):
        self.v = v

    def __matmul__(self, o):
        return "mat", self.v, o.v

    def __divmod__(self, o):
        return (self.v // o, self.v % o)

    def __rdivmod__(self, o):
        return (o // self.v, o % self.v)

    def __neg__(self):
        return M(-self.v)

    def __pos__(self):
        return M(+self.v + 100)

    def __invert__(self):
        return M(~self.v)

    def __abs__(self):
        return abs(self.v)

    def __round__(self, n=0):
        return ("round", n)

    def __pow__(self, o):
        return self.v ** o

    def __rpow__(self, o):
        return o ** self.v

    def __lshift__(self, o):
        return "<<" + str(o)

    def __rlshift__(self, o):
        return "r<<" + str(o)

    def __rshift__(self, o):
        return ">>" + str(o)

    def __and__(self, o):
        return self.v & o

    def __rand__(self, o):
        return o & self.v & 1

    def __or__(self, o):
        return self.v | o

    def __xor__(self, o):
        return self.v ^ o

    def __floordiv__(self, o):
        return self.v // o

    def __rtruediv__(self, o):
        return o / self.v

    def __mod__(self, o):
        return self.v % o


m = M(7)
print(m @ M(2), divmod(m, 2))
print((-m).v, (+m).v, (~m).v, abs(M(-3)), round(m), round(m, 2))
print(m ** 2, 2 ** m, m << 1, 1 << m, m >> 2, m & 3, 3 & m, m | 8, m ^ 1, m // 2, 14 / m, m % 4)
