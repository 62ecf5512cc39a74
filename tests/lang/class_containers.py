# test: lang
# Container dunders: __len__, __getitem__, __setitem__, __delitem__, __contains__, __iter__, __call__.


class Grid:
    def __init__(self, w, h):
        self.w = w
        self.cells = [0] * (w * h)

    def __getitem__(self, at):
        x, y = at
        return self.cells[y * self.w + x]

    def __setitem__(self, at, v):
        x, y = at
        self.cells[y * self.w + x] = v

    def __len__(self):
        return len(self.cells)

    def __contains__(self, v):
        return v in self.cells


class Table:
    def __init__(self):
        self.d = {}

    def __getitem__(self, k):
        return self.d[k] if k in self.d else "?" + k

    def __setitem__(self, k, v):
        self.d[k] = v

    def __delitem__(self, k):
        del self.d[k]

    def __iter__(self):
        return iter(self.d)

    def __call__(self, a, b="b"):
        return f"called {a} {b} {len(self.d)}"


g = Grid(3, 2)
g[1, 1] = 5
g[2, 0] += 7
print(g[1, 1], g[2, 0], g.cells, len(g), 5 in g, 6 in g, 6 not in g, bool(g), bool(Grid(0, 0)))
t = Table()
t["x"] = "one"
t["y"] = "two"
del t["x"]
print(t["x"], t["y"], list(t), [k for k in t], t(1), t("q", b=2.5))


class Seq:
    def __getitem__(self, i):
        if i >= 3:
            raise IndexError(i)
        return i * i


print(list(Seq()), 4 in Seq(), 5 in Seq(), [x for x in Seq()], max(Seq()), Seq()[1])
