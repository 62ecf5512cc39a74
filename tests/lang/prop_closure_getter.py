# test: lang
# A property whose getter a decorator has made goes on with it when it gets a setter or a deleter.


def noted(method):
    def wrapper(self):
        value = method(self)
        print("note", value)
        return value

    return wrapper


class A:
    def __init__(self):
        self._x = 0

    @property
    @noted
    def x(self):
        return self._x

    @x.setter
    def x(self, value):
        self._x = value

    @x.deleter
    def x(self):
        self._x = -1


class B(A):
    @A.x.setter
    def x(self, value):
        self._x = value * 10


def tripled(method):
    def wrapper(self, value):
        method(self, value * 3)

    return wrapper


class C(A):
    @A.x.setter
    @tripled
    def x(self, value):
        self._x = value + 1


class D(C):
    @C.x.deleter
    def x(self):
        self._x = -7


a, b = A(), B()
a.x = 5
b.x = 5
print(a.x, b.x)
c = C()
c.x = 5
print(c.x)
del c.x
print(c.x)
del a.x
print(a.x, noted(lambda self: 3)(a))
