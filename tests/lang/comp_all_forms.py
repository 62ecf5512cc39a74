# test: lang
# Comprehensions and generator expressions: nesting, conditions, scopes, unpacking, walrus, laziness.
print([x * x for x in range(5)], [x for x in range(10) if x % 2 if x > 3], [(x, y) for x in range(3) for y in range(x)], [[i * j for j in range(3)] for i in range(3)])
print({x % 3 for x in range(10)}, {x: x * x for x in range(3)}, {k: v for k, v in [("a", 1), ("b", 2)]}, {v: k for k, v in {"a": 1}.items()})
print(sum(x for x in range(5)), max(len(w) for w in ["a", "bbb"]), any(x > 3 for x in range(5)), all(x < 3 for x in range(5)), sorted(x for x in "hello"), ",".join(c for c in "abc" if c != "b"))
x = "outer"
print([x for x in range(3)], x)
print([y for x in [[1, 2], [3]] for y in x], x)
n = 3
print([n for n in range(n)], n, [(lambda: n)() for _ in range(2)])
matrix = [[1, 2, 3], [4, 5, 6]]
print([list(row) for row in zip(*matrix)], [row[1] for row in matrix], [sum(row) for row in matrix], [[row[i] for row in matrix] for i in range(3)], [v for row in matrix for v in row if v % 2 == 0])
print([a + b for a, b in [(1, 2), (3, 4)]], [a for a, *b in [(1, 2, 3), (4,)]], [(i, c) for i, c in enumerate("ab")], [last := i for i in range(4)], last)
print([y for x in range(5) if (y := x * 2) > 4], y)
g = (print("lazy", v) or v for v in (1, 2, 3))
print("made")
print(next(g))
print(list(g))
words = "the cat sat on the mat".split()
print({w: words.count(w) for w in words}, {w[0]: [v for v in words if v[0] == w[0]] for w in words}, [w if len(w) > 2 else "-" for w in words], [w.upper() for w in words if "a" in w])


class C:
    size = 3
    items = [i for i in range(size)]
    pairs = [(i, j) for i in range(2) for j in range(2)]
    names = {str(i): i for i in range(size)}


print(C.items, C.pairs, C.names)


def f(n):
    return [lambda: (i, n) for i in range(n)]


print([g() for g in f(2)])
print([[x, y] for x in "ab" for y in "cd" if x + y != "ad"], [(x, y, z) for x in range(1, 8) for y in range(x, 8) for z in range(y, 8) if x * x + y * y == z * z])
print(list(x for x in [1, 2] for _ in range(2)), tuple(i for i in range(3)), set(c for c in "aab"), dict((k, k * 2) for k in range(2)), [*(i for i in range(2)), 5])
print([i for i in range(20) if i % 2 and i % 3 and i % 5], [b"%d" % i for i in range(2)] if False else [str(i) for i in range(2)])
primes = [p for p in range(2, 40) if all(p % q for q in range(2, int(p ** 0.5) + 1))]
print(primes)
