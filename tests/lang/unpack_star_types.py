# test: lang
# a, *b = (1, 'x'): of a tuple of known length each item has its own type, also in nested targets.
(y, z), x, *w = (1, 2), 3, 4, 5
print(y, z, x, w)


def f():
    (a, b), c, *d = (1, 2), "x", 3.5, 4
    return a, b, c, d


print(f())
*a, (b, *c) = [1, 2], [3, 4], [5, 6, 7]
print(a, b, c)
for i, (j, *k) in [(1, (2, 3, 4)), (5, (6, 7, 8))]:
    print(i, j, k)
[p, [q, r]] = 1, (2, 3)
first, *rest = "abc"
print(p, q, r, first, rest)
h, *t = range(4)
*init, last = {1: 2, 3: 4}.items()
print(h, t, init, last)
one, *none = (1,)
none.append("x")
print(one, none)
head, *tail = ("k", 1, 2)
tail.append(3)
print(head, sum(tail))
try:
    a1, b1, *c1 = (1,) if len("x") == 1 else (1, 2)
except ValueError as e:
    print(e)
t = (1, "a", 2.5, 3)
a, *b = (1, 2, 3)
print(a, b)
p, q, *r = t
print(p, q, r)
*m, n = "s", "t", 5
print(m, n)
