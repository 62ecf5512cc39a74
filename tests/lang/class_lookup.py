# test: lang
# Class attributes along the bases, names of classes, type() of unions, iteration by __getitem__.
class Base:
    total = 0
    class Inner:
        pass
class D(Base):
    pass
class E(Base):
    total = 5
D.total += 1
Base.total = 10
print(D.total, Base.total, E.total, D().total, Base().total)
for c in [Base, D, E]:
    c.total += 2
    print(c.__name__, c.total, c.Inner.__name__, c.Inner.__qualname__)
class Late:
    pass
try:
    if len([]):
        Late.x = 1
    print(Late.x)
except AttributeError as e:
    print(e)
Late.x = 3
print(Late.x, Late().x, Late().__class__.__name__)
for v in [1, 2.5, True, None]:
    print(type(v).__name__, type(v) is int, type(v) == float)
class Seq:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * 2
print([x for x in Seq()], 4 in Seq(), sum(Seq()))
