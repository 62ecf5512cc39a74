# test: lang
# A typical program.
"""Matrices: a class with operators, determinants, powers, Life."""
from functools import reduce
from itertools import product, chain, combinations, permutations, islice, starmap, zip_longest, cycle, takewhile, dropwhile, pairwise
import math
import operator


class Matrix:
    def __init__(self, rows):
        self.rows = [list(r) for r in rows]
        if len({len(r) for r in self.rows}) != 1:
            raise ValueError("ragged matrix")

    @classmethod
    def identity(cls, n):
        return cls([[1 if i == j else 0 for j in range(n)] for i in range(n)])

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0])

    @property
    def T(self):
        return Matrix(zip(*self.rows))

    def __add__(self, other):
        return Matrix([[a + b for a, b in zip(r, s)] for r, s in zip(self.rows, other.rows)])

    def __mul__(self, k):
        return Matrix([[x * k for x in r] for r in self.rows])

    __rmul__ = __mul__

    def __matmul__(self, other):
        cols = list(zip(*other.rows))
        return Matrix([[sum(a * b for a, b in zip(r, c)) for c in cols] for r in self.rows])

    def __pow__(self, n):
        result, base = Matrix.identity(len(self.rows)), self
        while n:
            if n & 1:
                result = result @ base
            base = base @ base
            n >>= 1
        return result

    def __getitem__(self, ij):
        i, j = ij
        return self.rows[i][j]

    def __setitem__(self, ij, v):
        i, j = ij
        self.rows[i][j] = v

    def __eq__(self, other):
        return isinstance(other, Matrix) and self.rows == other.rows

    def __str__(self):
        width = max(len(f"{x:g}") for r in self.rows for x in r)
        return "\n".join(" ".join(f"{x:>{width}g}" for x in r) for r in self.rows)

    def __repr__(self):
        return f"Matrix({self.rows!r})"

    def det(self):
        m = [r[:] for r in self.rows]
        n, sign = len(m), 1
        for i in range(n):
            p = max(range(i, n), key=lambda r: abs(m[r][i]))
            if m[p][i] == 0:
                return 0
            if p != i:
                m[i], m[p] = m[p], m[i]
                sign = -sign
            for r in range(i + 1, n):
                f = m[r][i] / m[i][i]
                for c in range(i, n):
                    m[r][c] -= f * m[i][c]
        return sign * math.prod(m[i][i] for i in range(n))


a = Matrix([[1, 2], [3, 4]])
print(a, repr(a.T), a @ a.T, sep="\n")
print(a + a == 2 * a, a * 0.5, (Matrix([[1, 1], [1, 0]]) ** 50)[0, 1], a.det(), a.shape)
a[0, 0] = 7
print(a, Matrix([[2, -1, 0], [1, 3, 5], [0, 4, -2]]).det())
try:
    Matrix([[1], [1, 2]])
except ValueError as e:
    print("error:", e)


def life(cells):
    near = {}
    for (x, y), dx, dy in product(cells, (-1, 0, 1), (-1, 0, 1)):
        if dx or dy:
            near[x + dx, y + dy] = near.get((x + dx, y + dy), 0) + 1
    return {c for c, n in near.items() if n == 3 or n == 2 and c in cells}


glider = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
for gen in range(4):
    glider = life(glider)
for y in range(1, 4):
    print("".join("#" if (x, y) in glider else "." for x in range(5)))
print(sorted(glider), reduce(operator.mul, range(1, 11)), [sum(c) for c in combinations([1, 2, 3, 4], 2)])
print(list(islice(cycle("ab"), 5)), list(chain.from_iterable([[1], [2, 3]])), list(starmap(pow, [(2, 3), (3, 2)])))
print(list(zip_longest([1, 2, 3], [4], fillvalue=0)), list(takewhile(lambda x: x < 3, range(9))), list(dropwhile(lambda x: x < 7, range(9))), list(pairwise("abcd")))
print(["".join(p) for p in permutations("abc")][:4], sum(1 for _ in permutations(range(5))), [*map(max, zip([1, 5], [3, 2]))])
triangle = [[1]]
while len(triangle) < 6:
    last = triangle[-1]
    triangle.append([1, *(x + y for x, y in zip(last, last[1:])), 1])
for row in triangle:
    print(" ".join(map(str, row)).center(20).rstrip())
spiral, grid = [], [[r * 4 + c for c in range(4)] for r in range(3)]
while grid:
    spiral += grid.pop(0)
    grid = [list(r) for r in zip(*grid)][::-1]
print(spiral)
