# test: lang
# Tuples: comparison, hashing, concatenation, repetition, index, count, nested unpacking.

t = (1, "a", 2.5)
print(t[0], t[-1], t[1:], len(t), t + (4,), (1, 2) * 2, 3 * (0,))
print((1, 2) < (1, 3), (1, 2) == (1, 2), (1, 2) != (2, 1))
print((1, 2, 1).count(1), (1, 2, 3).index(3), 2 in (1, 2), "z" not in ("a",))
try:
    (1, 2).index(9)
except ValueError as e:
    print(e)
print(hash((1, 2)) == hash((1, 2)), {(1, "a"): 1}[(1, "a")], {(1, 2), (1, 2)})
(a, (b, c)), d = (1, (2, 3)), 4
print(a, b, c, d)
a, b = b, a
print(a, b)
for x, (y, z) in [(1, (2, 3)), (4, (5, 6))]:
    print(x + y + z, end=" ")
print()
print(tuple(), (), (1,), ((),), (1, (2, (3,))), tuple((1, 2)))


def swap(p):
    x, y = p
    return y, x


print(swap((1, "x")), swap(swap((1, "x"))), sorted([(2, "b"), (1, "z"), (2, "a")]), max((1, 5), (2, 0)))
print(t == (1, "a", 2.5), str(t), repr((None, True)), (1, 2)[::-1], (1, 2, 3)[-2:])
u = (1, [2])
u[1].append(3)
print(u)
for v in (1, 2, 3):
    print(v, end=" ")
print(sum((1, 2, 3)), max((3, 1)), list((1, 2)), [*(1, 2), 3], (*(1, 2), 3))
e1 = 5,
print(e1, type(e1).__name__, isinstance(e1, tuple))
try:
    p, q = (1, 2, 3)[0:2]
    print(p, q)
    lst = [1, 2, 3]
    p, q = lst
except ValueError as err:
    print(err)
