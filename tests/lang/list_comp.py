# test: lang
# List, dict and nested comprehensions and their scopes.

x = "outer"
squares = [x * x for x in range(6)]
print(x, squares, [y for y in squares if y % 2 == 0], [a + b for a in range(3) for b in range(a)])
matrix = [[i * 3 + j for j in range(3)] for i in range(2)]
print(matrix, [row[::-1] for row in matrix], [v for row in matrix for v in row if v != 2], [[r[i] for r in matrix] for i in range(3)])
print({k: len(k) for k in ("a", "bb", "ccc")}, {v: k for k, v in {"x": 1, "y": 2}.items()})
print([(i, c) for i, c in enumerate("ab")], [c.upper() for c in "xyz" if c != "y"], [None for _ in range(2)])
print(sum([i * i for i in range(4)]), max([len(w) for w in ["a", "bcd"]]), any([i > 2 for i in range(4)]), all([i for i in (1, 0)]))
n = 3
print([[n for _ in range(n)] for n in range(n)], n)
fs = [lambda: i for i in range(3)]
print([f() for f in fs])
gs = [lambda i=i: i for i in range(3)]
print([g() for g in gs])
print([y := 5, y + 1], y, [z for z in [1, 2, 3] if (w := z * 2) > 2], w)
