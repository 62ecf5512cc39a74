# test: lang
# Closures capture variables, not values: loops, defaults, nonlocal through levels, comprehension scopes.
fs = [lambda: i for i in range(3)]
print([f() for f in fs])
gs = [lambda i=i: i for i in range(3)]
print([g() for g in gs])


def make():
    funcs = []
    for n in range(3):
        def f(x):
            return x + n
        funcs.append(f)
    n = 100
    return funcs


print([f(1) for f in make()])


def outer():
    a = 1

    def middle():
        nonlocal a
        a += 1
        b = 10

        def inner():
            nonlocal a, b
            a *= 2
            b += a
            return a, b

        return inner() + (a, b)

    return middle() + (a,)


print(outer())


def counter(start=0, *, step=1):
    count = start

    def tick():
        nonlocal count
        count += step
        return count

    def reset(to=start):
        nonlocal count
        count = to

    return tick, reset


tick, reset = counter(5, step=2)
print(tick(), tick())
reset()
print(tick())
t2, _ = counter()
print(t2(), tick(), t2())
x = "global"


def shadow():
    x = "local"

    class C:
        y = x
        x = "class"

        def method(self):
            return x

        z = [x for _ in range(1)]

    return C.y, C.x, C().method(), C.z


print(shadow())


def accumulate(value, into=[]):
    into.append(value)
    return into


print(accumulate(1), accumulate(2), accumulate(3, []), accumulate(4))


def late():
    def use():
        return later

    later = "bound after"
    return use()


print(late(), [(lambda y: y * k)(2) for k in range(3)], (lambda *a, **k: (a, sorted(k)))(1, 2, z=3))
total = 0
for f in [lambda v, w=w: v + w for w in (1, 2)]:
    total += f(10)
print(total)
