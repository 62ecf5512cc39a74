# test: lang
class Matrix:
    """A small dense matrix."""

    def __init__(self, rows):
        self.rows = [list(row) for row in rows]
        self.shape = (len(self.rows), len(self.rows[0]) if self.rows else 0)
        if any(len(row) != self.shape[1] for row in self.rows):
            raise ValueError("rows of different lengths")

    @classmethod
    def identity(cls, n):
        return cls([[1 if i == j else 0 for j in range(n)] for i in range(n)])

    @classmethod
    def zeros(cls, r, c=None):
        return cls([[0] * (c or r) for _ in range(r)])

    @staticmethod
    def dot(a, b):
        return sum(x * y for x, y in zip(a, b))

    def __getitem__(self, key):
        i, j = key
        return self.rows[i][j]

    def __setitem__(self, key, value):
        i, j = key
        self.rows[i][j] = value

    def __iter__(self):
        return iter(self.rows)

    def __len__(self):
        return self.shape[0]

    def __eq__(self, other):
        return isinstance(other, Matrix) and self.rows == other.rows

    def __add__(self, other):
        return Matrix([[a + b for a, b in zip(r, s)] for r, s in zip(self, other)])

    def __sub__(self, other):
        return self + (-other)

    def __neg__(self):
        return Matrix([[-a for a in r] for r in self])

    def __mul__(self, k):
        return Matrix([[a * k for a in r] for r in self])

    __rmul__ = __mul__

    def __matmul__(self, other):
        if self.shape[1] != other.shape[0]:
            raise ValueError(f"cannot multiply {self.shape} by {other.shape}")
        columns = list(zip(*other.rows))
        return Matrix([[self.dot(r, c) for c in columns] for r in self])

    def __pow__(self, n):
        result = Matrix.identity(len(self))
        base = self
        while n:
            if n & 1:
                result = result @ base
            base = base @ base
            n >>= 1
        return result

    @property
    def T(self):
        return Matrix(zip(*self.rows))

    def minor(self, i, j):
        return Matrix([row[:j] + row[j + 1:] for k, row in enumerate(self.rows) if k != i])

    def det(self):
        if self.shape == (1, 1):
            return self[0, 0]
        return sum((-1) ** j * self[0, j] * self.minor(0, j).det() for j in range(self.shape[1]))

    def map(self, f):
        return Matrix([[f(x) for x in row] for row in self])

    def trace(self):
        return sum(self[i, i] for i in range(len(self)))

    def __str__(self):
        width = max(len(str(x)) for row in self for x in row)
        return "\n".join("[" + " ".join(f"{x:>{width}}" for x in row) + "]" for row in self)

    def __repr__(self):
        return f"Matrix({self.rows!r})"


a = Matrix([[1, 2], [3, 4]])
b = Matrix([[0, 1], [1, 0]])
print(a + b, a - b, a * 3, 3 * a, a @ b, sep="\n--\n")
print(a.T, repr(a ** 5), a.det(), a.trace())
print(a == Matrix([[1, 2], [3, 4]]), a != b, a == 5, len(a))
a[0, 1] = 10
print(a[0, 1], a.map(lambda x: x * x), a.minor(0, 0), sep="\n")
print(Matrix.zeros(2, 3), Matrix.identity(3), sep="\n")
print((Matrix([[1, 1], [1, 0]]) ** 30)[0, 1])
for bad in (lambda: a @ Matrix([[1, 2, 3]]), lambda: Matrix([[1], [2, 3]])):
    try:
        bad()
    except ValueError as e:
        print("error:", e)
print(Matrix([[2, 0, 1], [1, 3, 2], [1, 1, 1]]).det())
print(Matrix([[0.5, 1.25], [2.0, 3.0]]).map(lambda x: round(x, 1)))
for row in a.T:
    print(*row, sep=",")
