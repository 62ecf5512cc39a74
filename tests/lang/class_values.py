# test: lang
# Classes, functions and bound methods as values.


class Base:
    def __init__(self, n):
        self.n = n

    def get(self):
        return self.n

    def add(self, k):
        self.n += k
        return self.n


class Double(Base):
    def get(self):
        return self.n * 2


def build(cls, n):
    return cls(n)


kinds = [Base, Double]
things = [k(10) for k in kinds]
print([t.get() for t in things], build(Base, 1).get(), build(Double, 1).get(), kinds[1].__name__, [k.__name__ for k in kinds])
getters = [t.get for t in things]
things[0].n = 7
print([g() for g in getters])
add = things[1].add
add(5)
print(things[1].n, add(5), Base.get(things[1]), Double.add(things[0], 1))
registry = {"base": Base, "double": Double}
for name in ("double", "base"):
    print(name, registry[name](3).get(), registry[name] is Base)
method = Base.get
print(method(Base(4)), method(Double(4)))


class Handler:
    def __init__(self, callback):
        self.callback = callback

    def fire(self, *args):
        return self.callback(3)


print(Handler(add).fire(), Handler(lambda q: q * q).fire(), Handler(things[0].add).fire(), Handler(abs).fire())
print(list(map(things[0].add, [1, 2, 3])), sorted([3, 1, 2], key=Double(0).add), type(things[1]) is Double, type(things[1])(2).get())
