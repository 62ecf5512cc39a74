# test: lang
# Container dunders: __getitem__ with slices, fallbacks of in and iter.


class Seq:
    def __init__(self, items):
        self.items = items

    def __getitem__(self, i):
        return self.items[i]

    def __len__(self):
        return len(self.items)


class OnlyIter:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return iter(range(self.n))


class Grid:
    def __init__(self):
        self.cells = {}

    def __getitem__(self, key):
        return self.cells.get(key, 0)

    def __setitem__(self, key, v):
        self.cells[key] = v

    def __delitem__(self, key):
        del self.cells[key]

    def __contains__(self, key):
        return key in self.cells


s = Seq([1, 2, 3, 4])
print(s[0], s[-1], len(s), list(s), 3 in s, 9 in s)
for x in s:
    print(x, end=" ")
print(sum(s), max(s), sorted(s, reverse=True), list(reversed(s)))
print(2 in OnlyIter(3), 5 in OnlyIter(3), list(OnlyIter(4)), 5 not in OnlyIter(2))
g = Grid()
g[1, 2] = 5
g[1, 2] += 1
print(g[1, 2], g[0, 0], (1, 2) in g)
del g[1, 2]
print((1, 2) in g, bool(s), bool(Seq([])))
