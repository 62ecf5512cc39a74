# test: lang
# Tuples whose length is not known: tuple() of lists and other iterables.
xs = [3, 1, 2]
t = tuple(xs)
print(t, len(t), t[0], t[-1], t[1:], t[::-1], t[5:], bool(t), bool(t[3:]))
print(tuple("abc"), tuple(range(4)), tuple({1: "a"}), tuple([]), tuple([7]))
print(t == (3, 1, 2), (3, 1, 2) == t, t != (3, 1), t < (3, 2), (3, 1, 3) > t, t == (3, 1), (9,) <= t, t == tuple(sorted(xs)))
print(t + (9,), (8,) + t, t + t, t * 2, 2 * t, 1 in t, 7 not in t)
print(hash(t) == hash((3, 1, 2)), t.count(1), t.index(2), list(reversed(t)), sorted(t), sum(t), max(t))
a, b, c = t
print(a, b, c)
for x in t:
    print(x, end=" ")
print()
first, *rest = t
print(first, rest)
try:
    p, q = t
except ValueError as e:
    print(e)
try:
    p, q, r, s = t
except ValueError as e:
    print(e)
try:
    print(t[3])
except IndexError as e:
    print(e)
try:
    t.index(99)
except ValueError as e:
    print(e)
d = {}
d[tuple(xs)] = 1
d[(3, 1, 2)] += 1
d[(0, 0)] = 5
print(d, (0, 0) in d, (0,) in d, d.get((3, 1, 2)))
groups = {tuple(sorted(w)) for w in ["abc", "cab", "xyz"]}
print(len(groups), ("a", "b", "c") in groups, sorted(groups))
print(isinstance(t, tuple), isinstance(t, list), type(t).__name__, str(t), repr(tuple(["q"])), f"{t}")
n = 2
u = (1, 2, 3, 4, 5)
print(u[n:], u[:n], u[-n:], (0,) * n, u * (n - 1), u[::n])
