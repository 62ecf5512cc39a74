# test: lang
# Loops over lists, also over lists that change, over ranges, strings, tuples, dicts.

xs = [1, 2, 3]
for x in xs:
    if x < 3 and len(xs) < 6:
        xs.append(x * 10)
print(xs)
for x in xs:
    if x == 2:
        xs.remove(x)
print(xs)
for i in range(len(xs)):
    xs[i] *= 2
print(xs)
for i, x in enumerate(xs):
    print(i, x, end=" ")
print()
for i, c in enumerate("ab", 5):
    print(i, c, end=" ")
for a, name in zip(xs, "xyz"):
    print(a, name, end=" ")
for a, name in [(1, "one"), (2, "two")]:
    print(a, name, end=" ")
for (a, b), d in [((1, 2), 3), ((4, 5), 6)]:
    print(a + b + d, end=" ")
print()
for x in reversed(xs):
    print(x, end=" ")
for x in ():
    print("never")
for row in [[1, 2], [3]]:
    for y in row:
        print(y, end=",")
print(row, y)
it = iter([1, 2])
print(next(it), next(it))
try:
    print(next(it))
except StopIteration:
    print("stop")
print(list("abc"), list((1, 2)), list({"a": 1}), list(range(3)), list(zip([1, 2], [3, 4])))
