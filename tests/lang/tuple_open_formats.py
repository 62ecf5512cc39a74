# test: lang
# Open tuples in formats, prints and other places.
xs = [1, 2, 3]
t = tuple(xs)
print("%d-%d-%d" % t, "%s" % (t,))
print(*t)
print(*t, sep=", ")
print("{} {}".format(*t[:2]), str(t), f"{t!r:>12}")
print(sum(t), min(t), sorted(t, reverse=True), list(enumerate(t)), list(zip(t, "abc")), dict(zip(t, t)), set(t) == {1, 2, 3}, any(t), all(t))
try:
    "%d %d" % t
except TypeError as e:
    print(e)
print([a for a, *b in [t]], t in [t], (1, 2, 3) in [t], [t].index((1, 2, 3)), {t: 1}[1, 2, 3])
print(t if t else None, not t, t is None)
u = tuple(x * 2 for x in xs)
print(u, u > t, max(t, u), tuple(map(str, t)), ",".join(tuple("ab")))
nested = tuple([(i, str(i)) for i in range(2)])
print(nested, dict(nested), nested[0][1], [n for n, _ in nested])
for i, (n, s) in enumerate(nested):
    print(i, n, s)
match t:
    case (a, b, c):
        print("three", a, b, c)
