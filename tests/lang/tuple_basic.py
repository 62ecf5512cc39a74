# test: lang
# Tuples: literals, indexing, comparison, unpacking, as keys.

t = (1, "two", 3.0)
print(t, t[0], t[-1], t[1:], len(t), t + (4,), (1, 2) * 2, (), (5,), 3 in (1, 2, 3), t == (1, "two", 3.0))
print((1, 2) < (1, 3), ("a", 1) < ("a", 2), (1, 2) == (1.0, 2.0))
a, b, c = t
(d, e), f = (1, 2), "x"
[g, h] = 7, 8
print(a, b, c, d, e, f, g, h)
a, d = d, a
print(a, d)
x, *rest = [1, 2, 3, 4]
*start, y = "abc"
p, *q, r = (1, 2)
print(x, rest, start, y, p, q, r)
points = {(0, 0): "origin", (1, 2): "p"}
print(points[(0, 0)], points[1, 2], (3, 4) in points, points)
for k, (u, v) in [("a", (1, 2)), ("b", (3, 4))]:
    print(k, u * v, end=" ")
print()
print(tuple(t), tuple(), (1, 2, 3).index(2), (1, 2, 1).count(1), max((3, 1), (2, 9)), hash((1, "a")) == hash((1, "a")))
xs = [1, 2]
for n in (1, 3, 0):
    try:
        i, j = [5] * n
    except ValueError as error:
        print("ValueError:", error)
try:
    i, *middle, j = [1]
except ValueError as error:
    print("ValueError:", error)
DIRECTIONS = ((0, 1), (1, 0), (0, -1))
for i in range(-3, 3):
    print(DIRECTIONS[i], end=" ")
try:
    print(DIRECTIONS[len(t)])
except IndexError as error:
    print(error)
print(isinstance(t, tuple), isinstance([1], tuple), isinstance(t, (list, tuple)), 2 * (1,), t[::-1], t[:-1], t[5:])
