# Scopes: cells, classes, comprehensions, nonlocal, global, mangling, unbound names.
x = "module"


def counter():
    n = 0

    def up(by=1):
        nonlocal n
        n += by
        return n

    def get():
        return n

    return up, get


up, get = counter()
up()
up(5)
print(get())


def three(a):
    def two():
        def one():
            nonlocal a
            a += "!"
            return a

        return one

    return two()() + a


print(three("x"))
print([f() for f in [lambda: i for i in range(3)]])
print([f() for f in [lambda i=i: i for i in range(3)]])
lambdas = [[lambda: (i, j) for j in range(2)] for i in range(2)]
print([f() for row in lambdas for f in row])


def globals_here():
    global x, made
    x = "changed"
    made = 1


globals_here()
print(x, made)


class C:
    x = "class"
    y = x + "!"
    before = len
    z = [x for x in range(3)]
    w = [y for _ in range(1) for y in ("inner",)]

    def method(self):
        return x

    def __private(self):
        return "private"

    def call(self):
        self.__field = 3
        return self.__private(), self.__field, [k for k in self.__dict__]

    for i in range(2):
        last = i
    if i:
        conditional = i

    class Inner:
        x = "inner"

        def m(self):
            return x

    len = 5
    after = len


print(C.y, C.z, C.w, C().method(), C().call(), C.last, C.conditional, C.Inner().m(), C.Inner.x, C.before("ab"), C.after)


class Reads:
    x = x
    if x == "never":
        y = 1


print(Reads.x)


def in_function(p):
    class D:
        q = p

        def r(self):
            return p

    p = "later"
    return D.q, D().r()


print(in_function("now"))


def unbound(n):
    if n == 1:
        v = 1
    elif n == 2:
        try:
            v = int("no")
        except ValueError:
            pass
    elif n == 3:
        for v in []:
            pass
    elif n == 4:
        v = 1
        del v
    elif n == 5:
        while True:
            v = 2
            break
    elif n == 6:
        try:
            raise ValueError
        except ValueError as v:
            pass
    elif n == 7:
        for i in range(2):
            if i:
                break
            v = 7
    return v


for n in range(9):
    try:
        print(n, unbound(n))
    except UnboundLocalError as e:
        print(n, e)


def deleted():
    a = 1
    del a
    try:
        del a
    except UnboundLocalError as e:
        print(e)
    b = c = 2
    del b, c
    a = 3
    return a


print(deleted())


def walrus(items):
    if (n := len(items)) > 2:
        return n
    found = [last := item for item in items]
    return found, last


print(walrus([1, 2]), walrus([1, 2, 3]))


def comprehensions(rows):
    a = [x * y for x in rows if x for y in range(x) if y]
    b = {x for x in rows}
    c = {x: [y for y in range(x)] for x in rows}
    d = list(x + 1 for x in rows if x != 1)
    e = sum(x * y for x in rows for y in rows)
    return a, b, c, d, e, [[x for x in rows] for x in range(2)]


print(comprehensions([0, 1, 2, 3]))


def generator(n):
    try:
        while n:
            n -= 1
            yield n
        yield from "ab"
        yield from (x for x in [1, 2])
    finally:
        print("closed")


print(list(generator(3)))


def echo(limit):
    total = 0
    while total < limit:
        try:
            total += (yield total) or 1
        except ValueError as error:
            print("thrown", error)
    return total


def relay():
    first = yield from echo(5)
    second = yield from [first]
    return first, second


sums = relay()
print(next(sums), sums.send(2), sums.throw(ValueError("v")), sums.send(1), sums.send(7))
try:
    next(sums)
except StopIteration as end:
    print(end.value)
halfway = generator(2)
print(next(halfway))
halfway.close()


def defaults(a, b=[], /, c=3, *rest, d, e=5, **more):
    b.append(a)
    return a, b, c, rest, d, e, more


print(defaults(1, d=4), defaults(2, d=0, z=9), defaults(1, [], 2, 3, 4, d=6, e=7))
args, kwargs = (1, [2]), {"d": 8, "q": 9}
print(defaults(*args, **kwargs), defaults(*args, 5, *[6, 7], d=1, **{}))


def decorate(tag):
    print("make", tag)

    def wrap(f):
        print("apply", tag)
        return lambda *a: (tag, f(*a))

    return wrap


@decorate("outer")
@decorate("inner")
def decorated(v):
    return v


print(decorated(1))


@decorate("class")
class Decorated:
    def __repr__(self):
        return "decorated"


print(Decorated())


class Base:
    def __init__(self, v):
        self.v = v

    @property
    def double(self):
        return self.v * 2

    @double.setter
    def double(self, value):
        self.v = value // 2

    @classmethod
    def make(cls, v):
        return cls(v)

    @staticmethod
    def helper(v):
        return v + 1


class Derived(Base):
    def __init__(self, v):
        super().__init__(v + 1)


d = Derived.make(4)
d.double = 20
print(d.v, d.double, Base.helper(1), d.helper(2))
print((lambda *a, k=1, **kw: (a, k, kw))(1, 2, k=3, z=4))
try:
    undefined_name
except NameError as e:
    print(e)
print(abs)
abs = "mine"
print(abs)
print(__name__, __debug__)
