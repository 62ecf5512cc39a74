# test: lang
# del of attributes: instances, the class's default behind them, inherited, with None.


class A:
    k = 5

    def __init__(self, v):
        self.v = v
        self.name = "n"
        self.child = None


a, b = A(1), A(2)
del a.v
try:
    print(a.v)
except AttributeError as e:
    print(e)
try:
    del a.v
except AttributeError as e:
    print("again", e)
print(b.v)
a.v = 9
print(a.v)
a.k = 7
print(a.k, b.k)
del a.k
print(a.k)
try:
    del a.k
except AttributeError as e:
    print("class", e)


class B(A):
    def drop(self):
        del self.name
        return self

    def has(self):
        try:
            return self.name
        except AttributeError:
            return "none"


c = B(3).drop()
print(c.has(), B(4).has(), a.name)
c.child = a
del c.child
try:
    c.child
except AttributeError as e:
    print(e)
c.child = None
print(c.child)
