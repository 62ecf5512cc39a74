# test: lang
# A matrix class with operators, determinants by fractions, and a solver.
import math
import random


class ShapeError(ValueError):
    pass


class Matrix:
    def __init__(self, rows):
        self.rows = [list(r) for r in rows]
        if len({len(r) for r in self.rows}) > 1:
            raise ShapeError("rows of different lengths: %s" % [len(r) for r in self.rows])

    @classmethod
    def identity(cls, n):
        return cls([[1 if i == j else 0 for j in range(n)] for i in range(n)])

    @classmethod
    def zeros(cls, m, n=None):
        n = n or m
        return cls([[0] * n for _ in range(m)])

    @staticmethod
    def _dot(a, b):
        return sum(x * y for x, y in zip(a, b))

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0]) if self.rows else 0

    @property
    def T(self):
        return Matrix(zip(*self.rows))

    def __getitem__(self, key):
        if isinstance(key, tuple):
            i, j = key
            return self.rows[i][j]
        return self.rows[key[0]][key[1]]

    def __setitem__(self, key, value):
        i, j = key
        self.rows[i][j] = value

    def _same(self, other):
        if self.shape != other.shape:
            raise ShapeError(f"{self.shape} against {other.shape}")

    def __add__(self, other):
        if not isinstance(other, Matrix):
            return NotImplemented
        self._same(other)
        return Matrix([[a + b for a, b in zip(r, s)] for r, s in zip(self.rows, other.rows)])

    def __neg__(self):
        return -1 * self

    def __sub__(self, other):
        return self + (-other)

    def __mul__(self, k):
        if isinstance(k, (int, float)):
            return Matrix([[a * k for a in r] for r in self.rows])
        return NotImplemented

    __rmul__ = __mul__

    def __matmul__(self, other):
        if self.shape[1] != other.shape[0]:
            raise ShapeError("cannot multiply %dx%d by %dx%d" % (self.shape + other.shape))
        columns = list(zip(*other.rows))
        return Matrix([[self._dot(r, c) for c in columns] for r in self.rows])

    def __pow__(self, n):
        result, base = Matrix.identity(len(self.rows)), self
        while n:
            if n & 1:
                result = result @ base
            base = base @ base
            n >>= 1
        return result

    def __eq__(self, other):
        return isinstance(other, Matrix) and self.rows == other.rows

    def __iter__(self):
        for r in self.rows:
            yield from r

    def __len__(self):
        return len(self.rows) * self.shape[1]

    def __repr__(self):
        return f"Matrix({self.rows})"

    def __str__(self):
        cells = [[format(x, ".2f") if isinstance(x, float) else str(x) for x in r] for r in self.rows]
        widths = [max(map(len, c)) for c in zip(*cells)]
        return "\n".join("[" + "  ".join(c.rjust(w) for c, w in zip(r, widths)) + "]" for r in cells)

    def minor(self, i, j):
        return Matrix([r[:j] + r[j + 1:] for k, r in enumerate(self.rows) if k != i])

    def det(self):
        m, n = self.shape
        if m != n:
            raise ShapeError("not square")
        if n == 1:
            return self.rows[0][0]
        return sum((-1) ** j * self.rows[0][j] * self.minor(0, j).det() for j in range(n))

    def solve(self, b):
        n = len(self.rows)
        a = [list(map(float, r)) + [float(v)] for r, v in zip(self.rows, b)]
        for col in range(n):
            pivot = max(range(col, n), key=lambda r: abs(a[r][col]))
            if abs(a[pivot][col]) < 1e-12:
                raise ZeroDivisionError("singular matrix")
            a[col], a[pivot] = a[pivot], a[col]
            for r in range(col + 1, n):
                f = a[r][col] / a[col][col]
                a[r] = [x - f * y for x, y in zip(a[r], a[col])]
        x = [0.0] * n
        for r in reversed(range(n)):
            x[r] = (a[r][n] - sum(a[r][k] * x[k] for k in range(r + 1, n))) / a[r][r]
        return x


a = Matrix([[1, 2], [3, 4]])
b = Matrix([[0, 1], [1, 0]])
print(a + b, a - b, 2 * a, a * 2, a @ b, -a, sep="\n")
print(a == Matrix(((1, 2), (3, 4))), a != b, a.T, a.shape, len(a), list(a), sum(a), max(a))
print(Matrix([[1, 1], [1, 0]]) ** 60)
print(a[0, 1], a.det(), Matrix.identity(3).det(), Matrix.zeros(2, 3))
a[1, 1] = 40
print(a)
print(Matrix([[1.5, 22.25], [-3.125, 4.0]]))
for action in (
    lambda: a @ Matrix.zeros(3),
    lambda: a + Matrix.zeros(3),
    lambda: Matrix([[1, 2], [3]]),
    lambda: Matrix([[Matrix.zeros(2, 3).det()]]),
):
    try:
        print(action())
    except ShapeError as e:
        print(type(e).__name__, e)
try:
    Matrix([[1, 2], [2, 4]]).solve([1, 2])
except ZeroDivisionError as e:
    print(e)
rng = random.Random(12)
m = Matrix([[rng.randint(-9, 9) for _ in range(5)] for _ in range(5)])
v = [rng.randrange(20) for _ in range(5)]
print(m, v, m.det(), sep="\n")
x = m.solve(v)
print(*(f"{k:+.6f}" for k in x))
print(all(math.isclose(Matrix._dot(r, x), k, abs_tol=1e-9) for r, k in zip(m.rows, v)))
rotation = [[math.cos(0.5), -math.sin(0.5)], [math.sin(0.5), math.cos(0.5)]]
print(Matrix(rotation) @ Matrix(rotation).T == Matrix.identity(2), f"{Matrix(rotation).det():.3f}")
