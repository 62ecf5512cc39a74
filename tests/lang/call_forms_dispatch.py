# test: lang
# Calls over several classes or functions differ by keywords, stars and defaults, not only by the types passed.
class A:
    def f(self, a=0, b=0, *c, **k):
        return ("A", a, b, len(c), sorted(k))
class B(A):
    def f(self, a=0, b=0, *c, **k):
        return ("B", a, b, len(c), sorted(k))
for x in [A(), B()]:
    print(x.f(1, 2), x.f(b=1, a=2), x.f(a=1, b=2), x.f(b=3), x.f(a=3), x.f(3))
    print(x.f(*(1, 2)), x.f(1, *(2,)), x.f(1, 2, 3), x.f(1, 2, z=3), x.f(1, 2, y=3))
    print(x.f(**{"a": 1}), x.f(**{"b": 1}))
    t = (5, 6)
def f1(a=0, b=0):
    return (1, a, b)
def f2(a=0, b=0):
    return (2, a, b)
for f in [f1, f2]:
    print(f(a=1), f(b=1), f(1), f(b=2, a=3), f(a=2, b=3))
class P:
    def g(self, t, u=None):
        return (t, u)
class Q(P):
    def g(self, t, u=None):
        return (u, t)
for y in [P(), Q()]:
    print(y.g(t), y.g(*t) if False else 0)
class S:
    def show(self, *parts):
        return repr(parts)
class T(S):
    def show(self, *parts):
        return "T" + repr(parts)
for s in [S(), T()]:
    print(s.show(t), s.show(*t), s.show(t, *t))
