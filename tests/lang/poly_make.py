# test: lang
# Functions that return fresh empty containers.


def make():
    return []


def table():
    return {}


def both():
    return [], {}


def nested(n):
    return [make() for _ in range(n)]


a = make()
b = make()
c = make()
a.append(1)
b.append("x")
print(a, b, c, a[0] + 1, b[0] + "y", len(c))
d = table()
e = table()
d["a"] = 1
e[2] = [3]
print(d, e, table())
xs, m = both()
ys, n = both()
xs.append(1.5)
m["k"] = "v"
ys.append((1, 2))
n[1] = None
print(xs, m, ys, n)
rows = nested(2)
rows[1].append(7)
words = nested(2)
words[0].append("w")
print(rows, words, nested(0))


class Holder:
    def __init__(self):
        self.items = make()


h = Holder()
h.items.append(5)
g = Holder()
g.items.append("five")
print(h.items, g.items, make() or [1], make() + [2], make() == [])
