# test: lang
# Setters and deleters below @x.setter that decorators have made.
from functools import wraps


def traced(method):
    def wrapper(self, value):
        print("set", value)
        return method(self, value + 1)

    return wrapper


def between(low, high):
    def decorate(method):
        @wraps(method)
        def wrapper(self, value):
            if not low <= value <= high:
                raise ValueError(f"{value} is not in {low}..{high}")
            method(self, value)

        return wrapper

    return decorate


def noted(method):
    def wrapper(self):
        print("note", type(self).__name__)
        return method(self)

    return wrapper


class A:
    def __init__(self):
        self._x = 0
        self._y = 0

    @property
    @noted
    def x(self):
        return self._x

    @x.setter
    @traced
    def x(self, value):
        self._x = value

    @x.deleter
    @noted
    def x(self):
        self._x = -1

    @property
    def y(self):
        return self._y

    @y.setter
    @between(0, 10)
    @traced
    def y(self, value):
        self._y = value


class B(A):
    @property
    def z(self):
        return self._x * 2

    @z.setter
    @between(-5, 5)
    def z(self, value):
        self._x = value


a, b = A(), B()
a.x = 3
a.y = 7
a.x += 10
print(a.x, a.y)
del a.x
print(a.x)
for value in (5, 50):
    try:
        b.y = value
        b.z = value - 1
    except ValueError as e:
        print(e)
print(b.y, b.z, b.x)
try:
    b.z = 9
except ValueError as e:
    print(e)
