# test: lang
# tuple: methods, comparison, nesting, hashing, unpacking, concatenation and repetition, errors.
t = (1, 2, 3, 2)
print(t.count(2), t.index(2), t.index(2, 2), t[1:], t[::-1], t[-1], len(t), 2 in t, t + (9,), t * 2, 0 * t, (), (1,), ((),))
for f in (lambda: t.index(7), lambda: t.index(2, 4), lambda: list(t)[9]):
    try:
        print(f())
    except (ValueError, IndexError) as e:
        print(type(e).__name__, e)
print((1, 2) < (1, 3), (1,) < (1, 0), () < (0,), (2,) > (1, 9), (1, "a") < (1, "b"), (1, 2) == (1.0, 2.0), (1, 2) != (2, 1), ("a", (1, 2)) < ("a", (1, 3)))
print(hash((1, 2)) == hash((1.0, 2)), hash(()), hash((1, 2, 3)), hash((0,)), hash(("a",)) == hash(("a",)), {(1, 2): 3}[(1, 2)])
a, b = 1, 2
a, b = b, a
print(a, b)
(c, d), [e, *f] = (1, 2), [3, 4, 5]
print(c, d, e, f)
*g, h = "abc"
i, *j, k = range(5)
print(g, h, i, j, k)
x = y, z = 5, 6
print(x, y, z)
for n in (1, 3):
    try:
        p, q = range(n)
    except ValueError as error:
        print(error)
try:
    p, *q, r = [1]
except ValueError as error:
    print(error)
print(tuple([1, 2]), tuple("ab"), tuple(), tuple(range(3)), tuple(x * x for x in range(3)), tuple({"k": 1}), (*range(2), 5), (*"ab",))
print(sorted([(2, 1), (1, 2), (1, 1)]), max((1, 5), (2, 0)), min([(3,), (1, 2)]), sum((1, 2, 3)), list((1, 2)), dict([(1, 2), (3, 4)]))
print("%s-%s" % (1, 2), "%s" % ((1, 2),), str((1,)), repr(("a", 1.5, None, True)), f"{(1, 2)}")
u = ([1], 2)
u[0].append(5)
print(u)
