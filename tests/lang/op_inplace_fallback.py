# test: lang
# In-place operators: __iadd__ and friends, falling back to __add__, on names, attributes, items and captured variables.


class Vec:
    def __init__(self, *xs):
        self.xs = list(xs)

    def __add__(self, other):
        print("add", end=" ")
        return Vec(*[a + b for a, b in zip(self.xs, other.xs)])

    def __iadd__(self, other):
        print("iadd", end=" ")
        self.xs = [a + b for a, b in zip(self.xs, other.xs)]
        return self

    def __sub__(self, other):
        print("sub", end=" ")
        return Vec(*[a - b for a, b in zip(self.xs, other.xs)])

    def __repr__(self):
        return f"Vec{tuple(self.xs)}"


v = w = Vec(1, 2)
v += Vec(10, 10)
print(v, w, v is w)
v -= Vec(1, 1)
print(v, w, v is w)


class Box:
    def __init__(self):
        self.v = Vec(0, 0)
        self.n = 1
        self.items = [Vec(1, 1)]


box = Box()
old = box.v
box.v += Vec(5, 5)
box.n += 2
box.n *= 5
box.n -= 1
box.n //= 2
box.items[0] -= Vec(1, 0)
print(box.v, box.v is old, box.n, box.items)
counts = {"a": 1}
counts["a"] += 1
counts["b"] = counts.get("b", 0) + 1
xs = [1, 2]
ys = xs
xs += [3]
xs *= 2
print(counts, xs, ys, xs is ys)
t = (1,)
u = t
t += (2,)
print(t, u)
s = "a"
s += "b"
s *= 2
print(s)
n = 17
n += 1
n -= 2
n *= 3
n **= 2
n //= 5
n %= 100
n <<= 3
n >>= 1
n |= 1
n &= 0xFF
n ^= 0xF
print(n)
f = 10
f /= 4
print(f)
b = True
b &= False
b |= True
b ^= True
print(b)
a = {1, 2}
c = a
a |= {3}
a -= {1}
a &= {2, 3}
print(a, c, a is c)
d = {"x": 1}
d |= {"y": 2}
print(d)


def index():
    print("index", end=" ")
    return 0


cells = [[1, 2], [3, 4]]
cells[index()][index()] += 10
print(cells)


def counter():
    total = 0

    def add(n):
        nonlocal total
        total += n
        return total

    return add


add = counter()
print(add(1), add(5))
