# test: lang
# __getattr__, __getitem__ with slices, __setitem__, __delitem__, __contains__, __call__, __len__ together.
class Table:
    def __init__(self, **columns):
        self.columns = columns

    def __len__(self):
        return max((len(c) for c in self.columns.values()), default=0)

    def __getitem__(self, key):
        return self.columns[key]

    def __setitem__(self, key, value):
        self.columns[key] = list(value)

    def __delitem__(self, key):
        del self.columns[key]

    def __contains__(self, key):
        return key in self.columns

    def __iter__(self):
        return iter(self.columns)

    def __call__(self, name, row=0):
        return self.columns[name][row]

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return f"no {name}"


t = Table(a=[1, 2, 3], b=[4, 5])
print(len(t), t["a"], "b" in t, "z" in t, list(t), t("b", 1), t("a"), t.colour)
t["c"] = range(4)
del t["a"]
print(len(t), sorted(t), t["c"][-1], bool(t), bool(Table()), t["b"][::-1])
try:
    t["zz"]
except KeyError as e:
    print("KeyError", e)
try:
    print(t._hidden)
except AttributeError as e:
    print("AttributeError", e)


class Ring:
    def __init__(self, items):
        self.items = list(items)

    def __getitem__(self, i):
        if isinstance(i, slice):
            return Ring(self.items[i])
        return self.items[i % len(self.items)]

    def __repr__(self):
        return f"Ring({self.items})"


r = Ring("abcd")
print(r[5], r[-1], r[1:3], r[::2][3], r[:])
