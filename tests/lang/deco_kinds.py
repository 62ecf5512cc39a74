# test: lang
# Decorators are ordinary functions: plain, with arguments, stacked, on methods.


def twice(f):
    def wrapper(x):
        return f(f(x))
    return wrapper


def add(n):
    def deco(f):
        def wrapper(*args):
            return f(*args) + n
        return wrapper
    return deco


def trace(name):
    print("make", name)

    def deco(f):
        print("apply", name)
        return f
    return deco


@twice
def inc(x):
    return x + 1


@add(100)
@twice
def double(x):
    return x * 2


@trace("a")
@trace("b")
def nothing():
    return None


registry = {}


def register(f):
    registry[f.__name__] = f
    return f


@register
def one():
    return 1


@register
def two():
    return 2


def method_deco(f):
    def wrapper(self, *args):
        print("before", f.__name__)
        return f(self, *args)
    return wrapper


class C:
    def __init__(self, v):
        self.v = v

    @method_deco
    def get(self):
        return self.v

    @method_deco
    def add(self, x, y):
        return self.v + x + y


print(inc(1), double(3), nothing())
print(sorted(registry), registry["one"](), registry["two"]())
c = C(5)
print(c.get(), c.add(1, 2))


def memo(f):
    cache = {}

    def wrapper(n):
        if n not in cache:
            cache[n] = f(n)
        return cache[n]
    return wrapper


@memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(40))


class Count:
    def __init__(self, f):
        self.f = f
        self.n = 0

    def __call__(self, *args):
        self.n += 1
        return self.f(*args)


@Count
def hello(name):
    return "hello " + name


print(hello("a"), hello("b"), hello.n)


def tag(cls):
    cls.tagged = True
    return cls


@tag
class T:
    tagged = False


print(T.tagged, T().tagged)
