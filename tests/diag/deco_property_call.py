# test: diag
# A setter that a call has made is kept nowhere if it is no method, too.


def traced(method):
    def wrapper(self, value):
        return method(self, value + 1)

    return wrapper


class A:
    def __init__(self):
        self._x = 0

    def get(self):
        return self._x

    def put(self, value):
        self._x = value

    x = property(get, traced(put))


a = A()
a.x = 3  #! U0418 1: not supported: this use of `wrapper`, a function that another has made, as a method
print(a.x)
