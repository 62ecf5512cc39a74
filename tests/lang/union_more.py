# test: lang
# Scalar unions and optional values everywhere.


def pick(n):
    if n == 0:
        return None
    if n == 1:
        return 1
    if n == 2:
        return 2.5
    return True


vals = [pick(i) for i in range(4)]
print(vals, [v is None for v in vals], [str(v) for v in vals], vals[1] + vals[2], {i: pick(i) for i in range(3)})
print([type(v).__name__ for v in vals], sum([v for v in vals if v is not None]), [bool(v) for v in vals])
d = {"a": None, "b": 1}
d["c"] = 2.5
print(d, d["a"] is None, d.get("zz"), d["b"] == 1, None in d.values(), list(d.values()).count(None))


def opt(s=None, n=None):
    if s is None:
        s = "none"
    return s + ":" + ("?" if n is None else str(n * 2))


print(opt(), opt("x"), opt(n=4), opt("y", 1.5))
x = None
for i in range(3):
    if x is None or i > x:
        x = i
print(x)
best = None
for w in ["b", "a", "c"]:
    if best is None or w < best:
        best = w
print(best, (None, 1)[1], [None] * 2, None == 0, None != None, (None or 5) + 1)


class Cell:
    def __init__(self, v=None):
        self.v = v

    def get(self):
        return self.v if self.v is not None else -1


print(Cell().get(), Cell(3).get(), Cell(2.5).get())
try:
    pick(0) + 1
except TypeError as e:
    print(e)
t = (1, None)
a, b = t
print(a, b, t, t == (1, None))
y = 1
y = y / 2
y = None if y > 1 else y
print(y, round(y, 1), f"{y} {None} {True}", "%s %s" % (None, y))
print(max([1, 2.5, True]), sorted([2.5, 1, True]), 1 if None else 2, not None, [None, 0, "" == "a"])
m = None
m = m or []
m.append(1)
print(m)
