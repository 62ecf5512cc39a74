# test: diag
# A setter that a decorator has made is not kept anywhere.


def traced(method):
    def wrapper(self, value):
        return method(self, value + 1)

    return wrapper


class A:
    def __init__(self):
        self._x = 0

    @property
    def x(self):
        return self._x

    @x.setter
    @traced
    def x(self, value):
        self._x = value


a = A()
a.x = 3  #! U0418 1: not supported: this use of `wrapper`, a function that another has made, as a method
print(a.x)
