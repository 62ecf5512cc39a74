# test: lang
# Closures capture variables, not values; defaults belong to the function object.


def counter():
    n = 0

    def step(k=1):
        nonlocal n
        n += k
        return n

    def get():
        return n

    return step, get


step, get = counter()
print(step(), step(5), get())
other, other_get = counter()
print(other(), get(), other_get())


def late():
    fs = []
    for i in range(3):
        fs.append(lambda: i)
    return [f() for f in fs]


def early():
    fs = []
    for i in range(3):
        fs.append(lambda i=i: i)
    return [f() for f in fs]


print(late(), early())


def changes():
    x = 1

    def show():
        return x

    first = show()
    x = 2
    return first, show()


def deep():
    x = "a"

    def middle():
        nonlocal x

        def inner():
            nonlocal x
            x += "c"

        x += "b"
        inner()
        return x

    return middle() + x


def adders(n):
    return [lambda x, k=k: x + k + n for k in range(3)]


print(changes(), deep(), [f(10) for f in adders(100)])


def compose(f, g):
    return lambda x: f(g(x))


print(compose(lambda x: x + 1, lambda x: x * 2)(5), compose(len, str)(12345), compose(str, abs)(-3) + "!")


def local_class(n):
    class Local:
        def get(self, k=n * 2):
            return n + k

    return Local().get()


def fresh():
    def collect(x, into=[]):
        into.append(x)
        return into

    return collect


print(local_class(3), local_class(4))
one, two = fresh(), fresh()
print(one(1), one(2), two(3))


def holder(v):
    def get():
        return v

    return get


numbers = [holder(1), holder(2), holder(3)]
print([f() for f in numbers], holder("a")(), holder([1])(), [s() for s in [lambda: "x", holder("y")]])
chain = lambda x: x + 1
for i in range(4):
    chain = compose(chain, lambda x: x + 1)
print(chain(0))
