# test: lang
# Calls with *args whose length is not known.
def f(a, b):
    return a * 10 + b


def g(*args):
    return (len(args), args)


def h(first, *rest):
    return (first, list(rest))


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def moved(self, dx, dy):
        return Point(self.x + dx, self.y + dy)


xs = [1, 2]
print(f(*xs), f(*tuple(xs)), f(*range(3, 5)), f(7, *[8][:1]), g(*xs), g(0, *xs), g(*[0][:0]), h(*xs), h(9, *xs), h(8, 9, *xs))
p = Point(*xs).moved(*[5, 5])
print(p.x, p.y, max(*xs), min(*[4, 3][:]), g(*xs, *xs), g(*xs, 5))
for n in range(4):
    try:
        print(f(*xs[:n] + [7] * (n - 2)))
    except TypeError as e:
        print(e)
try:
    Point(*[1, 2, 3][:])
except TypeError as e:
    print(e)
try:
    h(*[0][:0])
except TypeError as e:
    print(e)
rows = [[1, 2, 3], [4, 5, 6]]
print(list(zip(*rows)), [list(r) for r in zip(*rows)], list(zip(*[[1]])), list(map(max, *rows)))
pairs = [(1, 10), (2, 20), (3, 30)]
a, b = zip(*pairs)
print(a, b, list(zip(*zip(*pairs))), list(zip()), list(zip([1, 2])), list(map(lambda x, y, z: x + y + z, [1], [2], [3])))
for t in zip(*["abc", "xyz"]):
    print("".join(t), end=" ")
print()


def total(*args):
    s = 0
    for x in args:
        s += x
    return s


def spread(*args):
    return total(*args) + total(*args[1:])


print(spread(*[1, 2, 3]), spread(4, 5))
from itertools import chain, product

print(list(chain(*rows)), list(product(*rows))[:2], list(product(*["ab", "cd"])))
