# test: lang
# Decorators with state, on functions with defaults and keywords, on static and class methods.

def counted(f):
    calls = 0

    def wrapper(*args, **kwargs):
        nonlocal calls
        calls += 1
        return f(*args, **kwargs) + calls * 1000
    return wrapper


@counted
def add(a, b=2, *, c=3):
    return a + b + c


@counted
def one():
    return 1


print(add(1), add(1, 5), add(1, c=0), add(a=1, b=1, c=1), one(), one())


def prefix(text):
    def deco(f):
        def inner(*args):
            return text + f(*args)
        return inner
    return deco


@prefix("<")
@prefix("[")
def name(n):
    return str(n)


class K:
    @staticmethod
    @prefix("s:")
    def s(x):
        return x

    @classmethod
    def c(cls, x):
        return cls.__name__ + x

    @property
    @prefix("p:")
    def p(self):
        return "prop"

    @prefix("m:")
    def m(self, x):
        return x


print(name(5), K.s("x"), K.c("y"), K().p, K().m("z"))


def identity(f):
    return f


@identity
class D:
    x = 1


print(D.x, D().x)
