# test: lang
# Unpacking everywhere: swaps, nested targets, stars, loops, calls, returns, dict items.
def bounds(items):
    return min(items), max(items)


low, high = bounds([3, 1, 2])
low, high = high, low
print(low, high)
(a, b), c = (1, 2), 3
[d, e] = "de"
print(a, b, c, d, e)
first, *middle, last = [1, 2, 3, 4]
print(first, middle, last)
*init, tail = "abc"
head, *rest = (9,)
print(init, tail, head, rest)
for i, (x, y) in enumerate([(1, 2), (3, 4)]):
    print(i, x + y, end=" ")
for key, value in {"k": [1, 2]}.items():
    print(key, *value)
pairs = [("b", 2), ("a", 1)]
ones, tens = zip(*[(1, 10), (2, 20)])
print(ones, tens, dict(pairs), sorted(pairs)[0][0])


def f(a, b=2, *args, c=3, **kw):
    return a, b, args, c, sorted(kw.items())


print(f(1), f(1, 5), f(*[1, 2, 3, 4]), f(*(1,), c=9), f(**{"a": 1, "b": 0}), f(1, z=5, y=4))
i = 0
xs = [10, 20, 30]
i, xs[i] = 2, 99
print(i, xs)
x = y = [0]
y.append(1)
print(x, x is y)
m = [[1, 2], [3, 4]]
(m[0][0], m[1][1]) = (m[1][1], m[0][0])
print(m)
for bad in ([1], [1, 2, 3]):
    try:
        p, q = bad
        print(p, q)
    except ValueError as error:
        print(error)
try:
    p, *q, r = [1]
except ValueError as error:
    print(error)
