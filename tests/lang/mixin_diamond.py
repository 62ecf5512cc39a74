# test: lang
# Cooperative __init__ and super() in a diamond; mixins that set attributes; class methods and properties of mixins.
class Base:
    def __init__(self, n, **kw):
        print("Base", n, sorted(kw))
        self.n = n
    def who(self):
        return "Base"
class A(Base):
    def __init__(self, n, a=1, **kw):
        print("A")
        super().__init__(n, **kw)
        self.a = a
    def who(self):
        return "A>" + super().who()
class B(Base):
    def __init__(self, n, b=2, **kw):
        print("B")
        super().__init__(n, **kw)
        self.b = b
    def who(self):
        return "B>" + super().who()
class C(A, B):
    def who(self):
        return "C>" + super().who()
class D(C):
    pass
c = C(5, a=7, b=8)
print(c.n, c.a, c.b, c.who())
print(A(1).who(), B(2).who(), D(3).who())
for x in [A(1), B(2), C(3), D(4)]:
    print(x.who(), isinstance(x, A), isinstance(x, B), isinstance(x, C), issubclass(type(x), B))
class Countable:
    count = 0
    def tick(self):
        self.ticks = getattr(self, "ticks", 0) + 1 if False else 1
        type(self).count += 1
        return self.ticks
class Named:
    @property
    def label(self):
        return self.__class__.__name__ + "!" + str(self.n)
    @classmethod
    def create(cls, n):
        return cls(n)
class E(Countable, Named, Base):
    pass
class F(Named, Countable, Base):
    count = 10
for e in [E(1), F(2), E.create(3), F.create(4)]:
    print(e.tick(), e.label, e.count, e.ticks)
print(E.count, F.count, Countable.count)
