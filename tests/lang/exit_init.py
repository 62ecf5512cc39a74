# test: lang
# standalone:
# Constructors, properties of frames: __init__, a dunder and a method of a base class.


class Base:
    def __init__(self, n):
        self.n = 100 // n

    def __add__(self, other):
        return Derived(self.n - other.n)


class Derived(Base):
    def __init__(self, n):
        super().__init__(n)
        self.m = n


a = Derived(5)
print(a.n, a.m, (a + Derived(10)).n)
print((a + a).n)
