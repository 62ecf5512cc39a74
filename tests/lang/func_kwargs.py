# test: lang
# **kwargs with names known at compile time.


def show(**kwargs):
    for k in kwargs:
        print(k, kwargs[k], end="; ")
    print(len(kwargs), sorted(kwargs))


def options(name, **extra):
    return name + ":" + ",".join([k + "=" + str(v) for k, v in extra.items()])


def inner(a, b=2, c=3):
    return a * 100 + b * 10 + c


def outer(*args, **kwargs):
    return inner(*args, **kwargs)


show(a=1, b=2)
show()
print(options("x"), options("y", z=1, w=2))
print(outer(1), outer(1, 5), outer(1, c=9), outer(a=4), outer(1, c=5, b=6))


def deco(f):
    def wrapper(*args, **kwargs):
        print("call", len(args), sorted(kwargs))
        return f(*args, **kwargs)
    return wrapper


@deco
def add(a, b=10):
    return a + b


print(add(1), add(1, 2), add(1, b=3), add(a=5))


class Base:
    def __init__(self, x, y=0):
        self.x = x
        self.y = y


class Derived(Base):
    def __init__(self, z, **kwargs):
        super().__init__(**kwargs)
        self.z = z


d = Derived(3, x=1)
print(d.x, d.y, d.z)
e = Derived(3, x=1, y=8)
print(e.x, e.y, e.z)
