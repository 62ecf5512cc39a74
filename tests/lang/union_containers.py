# test: lang
# Lists, dicts and tuples of mixed scalars.

xs = [1, 2.5, True, None, 0]
print(xs, len(xs), xs[1], xs[-1], xs[1:4], xs + [3], 2.5 in xs, None in xs, xs == [1, 2.5, True, None, 0], xs.index(None))
xs.append(7.0)
xs[0] = None
print(xs, xs.count(None), xs.pop(), xs[::-1])
for x in xs:
    print(x, "n" if x is None else str(x + 1), end="; ")
print()
d = {"a": 1, "b": 2.5, "c": None, "d": False}
print(d, d["a"], d["c"], [v for v in d.values() if v], d.get("z"), d.get("a"))
d["a"] = None
d["e"] = 10**15
print(d, sorted(d), [type(v).__name__ for v in d.values()])
keys = {1: "int", 2.5: "float", None: "none", False: "bool"}
print(keys, keys[True], keys[2.5], keys[None], keys[0], 3 in keys, 1.0 in keys, keys.get(0.0))
pairs = [(1, None), (2.5, True), (None, 3)]
for a, b in pairs:
    print(a, b, a is None, b == True)
matrix = [[0] * 2 for _ in range(2)]
matrix[0][1] = 0.5
matrix[1][0] = -1
print(matrix, sum([sum(row) for row in matrix]), [[None, 1], [2.5]])
print(sorted([3, 1.5, 2, True]), min([2, 1.5]), max([2, 2.5, 1]), sum([1, 0.5, True]), list((None, 1)))
