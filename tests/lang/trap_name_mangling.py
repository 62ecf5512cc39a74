# test: lang
# __x is mangled by the class it stands in; methods as values keep their instance; class attributes are shadowed.
class A:
    __n = 1
    limit = 5
    def __init__(self):
        self.__v = 10
    def __hidden(self):
        return self.__v + self.__n
    def get(self):
        return self.__hidden()
class B(A):
    __n = 100
    def __init__(self):
        super().__init__()
        self.__v = 20
    def mine(self):
        return self.__v + self.__n
b = B()
print(b.get(), b.mine(), b._A__v, b._B__v, A._A__n, B._B__n)
m = b.get
b._A__v = 50
print(m(), [f() for f in (b.get, b.mine)])
a, c = A(), A()
a.limit = 6
print(a.limit, c.limit, A.limit)
A.limit = 7
print(a.limit, c.limit, b.limit)
del a.limit
print(a.limit)
