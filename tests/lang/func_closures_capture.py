# test: lang
# Closures capture variables, not values.


def counter():
    n = 0

    def inc(by=1):
        nonlocal n
        n += by
        return n

    def get():
        return n

    return inc, get


inc, get = counter()
inc()
inc(5)
print(get())
inc2, get2 = counter()
print(get2(), get())

fs = [lambda: i for i in range(3)]
print([f() for f in fs])
gs = []
for j in range(3):
    gs.append(lambda: j)
print([g() for g in gs])
j = 77
print([g() for g in gs])


def late():
    def f():
        return x * 2
    x = 4
    a = f()
    x = 5
    return a, f()


print(late())


def make(k):
    return lambda x: lambda y: x * k + y


print(make(2)(3)(4))


def loop():
    out = []
    for i in range(3):
        def f(a):
            return a + i + extra
        out.append(f)
    extra = 100
    return [f(1) for f in out]


print(loop())


def acc():
    total = [0]

    def add(x):
        total[0] += x
        return total[0]
    return add


a = acc()
a(3)
print(a(4))


def mutual(n):
    def even(k):
        return True if k == 0 else odd(k - 1)

    def odd(k):
        return False if k == 0 else even(k - 1)
    return even(n)


print(mutual(10), mutual(7))
