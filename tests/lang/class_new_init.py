# test: lang
# Constructors: defaults, subclasses without __init__, calling the base's, returning early.

class A:
    def __init__(self, x=1, *rest, k=2):
        self.x = x
        self.rest = len(rest)
        self.k = k


class B(A):
    pass


class C(A):
    def __init__(self):
        A.__init__(self, 5, 6, 7, k=9)
        self.own = True


class D:
    def __init__(self, n):
        self.n = n
        if n < 0:
            return
        self.root = n * 2


class E(D):
    def __init__(self, n):
        self.before = n + 1
        super().__init__(n)
        self.n += 100


for o in (A(), B(3), B(1, 2, 3, k=4), C()):
    print(o.x, o.rest, o.k, end="; ")
print(C().own, D(3).root, hasattr(D(-1), "root"), E(1).n, E(1).before, E(1).root)
objs = [cls() for cls in (A, B, C)]
print([type(o).__name__ for o in objs], [isinstance(o, A) for o in objs])
try:
    D(-5).root
except AttributeError as e:
    print(e)
try:
    raise TypeError("made")
except TypeError as e:
    print(e)
