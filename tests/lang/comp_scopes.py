# test: lang
# Comprehensions: nested, conditional, their scopes.

x = "outer"
print([x for x in range(3)], x)
print([(i, j) for i in range(3) for j in range(i)], [[j for j in range(i)] for i in range(3)])
print([i for i in range(20) if i % 2 if i % 3], [a if a > 1 else -a for a in range(4)])
print({i % 3 for i in range(10)}, {k: v for k, v in zip("abc", [1, 2, 3])}, {v: k for k, v in {"a": 1}.items()})
m = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in m] for i in range(3)], [v for row in m for v in row if v % 2 == 0])


def f(n):
    return [n + k for k in range(n) if k != n - 1]


print(f(4))


class C:
    size = 3
    items = [i for i in range(3)]
    table = {i: i * i for i in items}


print(C.items, C.table)
fs = [lambda y: x2 + y for x2 in range(3)]
print([g(10) for g in fs])
n = 2
print([n * i for n in [n + 1, n + 2] for i in range(n)])
print([a + b for a, b in [(1, 2), (3, 4)]], [a for a, *_ in [(1, 2, 3), (4, 5, 6)]])
print([(a, b, c) for a in range(1, 10) for b in range(a, 10) for c in range(b, 10) if a * a + b * b == c * c])
print({(i, j): i * j for i in range(2) for j in range(2)})
print([s.strip() for s in " a , b ".split(",") if s.strip()])
print([[i] * 2 for i in range(2)], [None for _ in range(2)], [() for _ in range(2)])
