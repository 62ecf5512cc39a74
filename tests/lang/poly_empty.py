# test: lang
# Empty containers that nothing is ever put into.

xs = []
d = {}
t = ()
print(xs, d, t, len(xs), len(d), len(t), not xs, xs == [], d == {}, list(xs), sum(xs), sum([]), sorted(xs))
for x in xs:
    print("never", x)
for k in d:
    print("never", k)
for k, v in d.items():
    print("never", k, v)
for a, b in xs:
    print("never", a + b)
print([x for x in xs], {k: v for k, v in d.items()}, xs + [], xs * 3, xs[:], xs[::-1], xs.copy(), d.copy())
print([[]], {1: []}, [{}], ([], {}), [[], []], [x.name for x in xs], max(xs, default=0), any(xs), all(xs))


def nothing(xs):
    out = []
    for x in xs:
        out.append(x)
    return out


print(nothing([]), nothing([1]), nothing([]) == [], nothing(()))


class Registry:
    entries = {}
    handlers = []

    def __init__(self):
        self.children = []
        self.parent = None

    def fire(self, n):
        for h in self.handlers:
            h(n)
        return len(self.handlers) + len(self.children) + len(self.entries)


print(Registry().fire(1), Registry().parent, Registry().parent is None, [c for c in Registry().children])
try:
    print(xs[0])
except IndexError as e:
    print("IndexError:", e)
try:
    print(d["k"])
except KeyError as e:
    print("KeyError:", e)
try:
    xs.pop()
except IndexError as e:
    print("IndexError:", e)
none = None
print(none, [none], none is None)
