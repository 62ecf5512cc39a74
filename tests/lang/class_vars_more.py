# test: lang
# Class variables shared and overridden; class bodies with statements; nested and local classes.


class Base:
    count = 0
    names = []
    limit = 10

    def __init__(self, name):
        Base.count += 1
        self.names.append(name)
        self.id = self.count

    def raise_limit(self):
        self.limit += 5
        return self.limit


class Sub(Base):
    limit = 100

    def __init__(self, name):
        super().__init__(name + "!")
        type(self).limit += 1


a, b, c = Base("a"), Sub("b"), Sub("c")
print(Base.count, Sub.count, Base.names, a.names is c.names, a.id, c.id, Base.limit, Sub.limit)
print(a.raise_limit(), a.limit, Base.limit, b.raise_limit(), Sub.limit)
Base.limit = 1
print(a.limit, Base("d").limit, b.limit)
Sub.count = 50
print(Base.count, Sub.count)


class Config:
    values = {}
    for i in range(3):
        values[i] = i * i
    if values[2] > 3:
        big = True
    else:
        big = False
    total = sum(values.values())

    def helper(n):
        return n * 2

    doubled = helper(total)
    pairs = [(k, v) for k, v in values.items()]
    x = y = 3
    x += 1
    a, b = 1, 2


print(Config.values, Config.big, Config.total, Config.doubled, Config.pairs, Config.x, Config.y, Config.a, Config.b)


class Outer:
    class Inner:
        z = 5

        def get(self):
            return self.z + Outer.k

    k = 10

    def make(self):
        return Outer.Inner()

    alias = Inner


print(Outer.Inner().get(), Outer().make().z, Outer.alias is Outer.Inner, Outer.Inner.__qualname__)


def factory(n):
    class Local:
        size = n

        def __init__(self, v):
            self.v = v

        def total(self):
            return self.v + n + self.size

    return Local


L = factory(3)
print(L(1).total(), L.size, L.__name__, factory(10)(1).total(), L(2).total())
