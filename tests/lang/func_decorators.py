# test: lang
# Decorators that are ordinary functions.


def twice(f):
    def wrapper(x):
        return f(f(x))

    return wrapper


def named(name):
    def decorate(f):
        def wrapper(x):
            return name + ":" + str(f(x))

        return wrapper

    return decorate


@twice
def inc(x):
    return x + 1


@named("outer")
@named("inner")
def double(x):
    return x * 2


registry = []


def register(f):
    registry.append(f)
    return f


@register
def one():
    return 1


@register
def two():
    return 2


print(inc(5), double(4), [f() for f in registry], one() + two())
