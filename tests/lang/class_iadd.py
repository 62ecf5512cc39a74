# test: lang
# __iadd__ changes in place; without it += falls back to __add__.


class Bag:
    def __init__(self, items):
        self.items = items

    def __iadd__(self, other):
        print("iadd", end=" ")
        self.items.append(other)
        return self

    def __add__(self, other):
        print("add", end=" ")
        return Bag(self.items + [other])


class Only:
    def __init__(self, n):
        self.n = n

    def __add__(self, k):
        print("add", end=" ")
        return Only(self.n + k)


b = Bag([1])
c = b
c += 2
print(b.items, c is b)
d = b + 3
print(b.items, d.items)
o = Only(1)
p = o
p += 5
print(o.n, p.n, o is p)


class Holder:
    def __init__(self):
        self.bag = Bag([])
        self.only = Only(0)
        self.xs = [1]


h = Holder()
h.bag += 1
h.only += 2
h.xs += [2]
h.xs *= 2
print(h.bag.items, h.only.n, h.xs)
table = {"k": Only(1)}
table["k"] += 1
bags = [Bag([]), Bag([])]
bags[1] += 7
print(table["k"].n, bags[0].items, bags[1].items)
xs = [1]
ys = xs
ys += (2, 3)
ys = ys + [4]
print(xs, ys)
def extended(t):
    u = t
    u += (2,)
    return t, u


print(extended((1,)))
