# test: lang
# functools.wraps: each wrapper has the name of what it wraps, though one definition makes them all.
import functools
from functools import wraps


def logged(f):
    @wraps(f)
    def inner(*args):
        return (inner.__name__, f(*args))

    return inner


def counted(n):
    def decorate(f):
        @functools.wraps(f)
        def call(x):
            return f(x) + n

        return call

    return decorate


def plain(f):
    def inner(*args):
        return f(*args)

    return inner


@logged
def add(a, b):
    return a + b


@logged
def twice(x):
    return 2 * x


@counted(10)
@counted(5)
def square(x):
    return x * x


@plain
def hidden(x):
    return x


class A:
    @logged
    def method(self, x):
        return x

    @staticmethod
    @logged
    def stat(x):
        return -x


print(add(1, 2), twice(4), square(3), hidden(1))
print(add.__name__, twice.__name__, square.__name__, hidden.__name__)
print(add.__qualname__, square.__qualname__, hidden.__qualname__, logged.__qualname__)
print(add.__wrapped__(3, 4), square.__wrapped__(2), square.__wrapped__.__name__)
print([f.__name__ for f in (square, twice, hidden)])
print(A().method(3), A.stat(4))
