# test: lang
# Class attributes read and written through cls, type(self) and self.__class__ over several classes.
class Grid:
    count = 0
    def __init__(self):
        type(self).count += 1
        self.__class__.last = type(self).__name__
    @classmethod
    def total(cls):
        return cls.count
class Wide(Grid):
    count = 100
class Other(Grid):
    pass
for c in [Grid, Wide, Other, Grid, Other]:
    c()
print(Grid.count, Wide.count, Other.count)
print(Grid.last, Wide.last, Other.last)
for d in [Grid(), Wide(), Other()]:
    print(d.total(), type(d).total(), d.__class__.total(), d.count)

class Grid2:
    SIZE = 3
    def __init__(self):
        self.n = 1
    @classmethod
    def sizes(cls):
        return (cls.SIZE, cls.__name__)
    @classmethod
    def make(cls):
        return cls()
    @staticmethod
    def helper(a):
        return a * 2
class Wide2(Grid2):
    SIZE = 9
    @staticmethod
    def helper(a):
        return a * 3
class Wide2r(Wide2):
    @classmethod
    def sizes(cls):
        return super().sizes()
for g in [Grid2(), Wide2(), Wide2r()]:
    print(*g.sizes())
    print(g.helper(3))
    print(type(g.make()).__name__)
    print(type(g).__name__, g.__class__.__name__, type(g).SIZE, g.__class__.SIZE)
