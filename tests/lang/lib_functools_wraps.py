# test: lang
# wraps: the wrapper does its work; functions that are not wrapped keep their names.
from functools import wraps, update_wrapper


def counted(f):
    calls = []

    @wraps(f)
    def wrapper(*args):
        calls.append(f.__name__)
        return (len(calls), f(*args))

    return wrapper


def repeated(times):
    def decorate(f):
        @wraps(f)
        def wrapper(x):
            for _ in range(times):
                x = f(x)
            return x

        return wrapper

    return decorate


@counted
def add(a, b):
    return a + b


@counted
def greet(name):
    return "hi " + name


@repeated(3)
def double(x):
    return 2 * x


print(add(1, 2), add(3, 4), greet("ann"), double(1), double("ab"))
