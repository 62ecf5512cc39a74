# test: lang
import itertools
import sys
import time


class Life:
    NEIGHBOURS = [(dx, dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1) if (dx, dy) != (0, 0)]

    def __init__(self, cells=(), width=None, height=None):
        self.cells = set(cells)
        self.width, self.height = width, height
        self.generation = 0

    @classmethod
    def parse(cls, picture, **kw):
        return cls(((x, y) for y, line in enumerate(picture.splitlines()) for x, c in enumerate(line) if c in "#O*"), **kw)

    def wrap(self, x, y):
        if self.width and self.height:
            return x % self.width, y % self.height
        return x, y

    def neighbours(self, cell):
        x, y = cell
        for dx, dy in self.NEIGHBOURS:
            yield self.wrap(x + dx, y + dy)

    def step(self):
        counts = {}
        for cell in self.cells:
            for n in self.neighbours(cell):
                counts[n] = counts.get(n, 0) + 1
        self.cells = {c for c, n in counts.items() if n == 3 or n == 2 and c in self.cells}
        self.generation += 1
        return self

    def bounds(self):
        if not self.cells:
            return 0, 0, 0, 0
        xs, ys = zip(*self.cells)
        return min(xs), min(ys), max(xs), max(ys)

    def __str__(self):
        if self.width:
            x0, y0, x1, y1 = 0, 0, self.width - 1, self.height - 1
        else:
            x0, y0, x1, y1 = self.bounds()
        return "\n".join("".join("#" if (x, y) in self.cells else "." for x in range(x0, x1 + 1)) for y in range(y0, y1 + 1))

    def __iter__(self):
        while True:
            yield frozenset(self.cells)
            self.step()

    def period(self, limit=50):
        seen = {}
        for i, state in enumerate(itertools.islice(self, limit)):
            if state in seen:
                return seen[state], i
            seen[state] = i
        return None


glider = Life.parse(".#.\n..#\n###", width=6, height=6)
for _ in range(3):
    print(f"Generation {glider.generation}: {len(glider.cells)} alive")
    print(glider)
    glider.step()
print(Life.parse("###").period(), Life.parse("##\n##").period(), Life.parse(".#.\n..#\n###", width=5, height=5).period())
print(Life.parse("#").step().cells, Life().bounds())
r = Life.parse(".##\n##.\n.#.")
for _ in range(10):
    r.step()
print(len(r.cells), r.bounds(), r.generation)
print(r)


class Grid:
    def __init__(self, w, h, fill=0):
        self.data = [[fill for _ in range(w)] for _ in range(h)]

    def __getitem__(self, pos):
        x, y = pos
        return self.data[y][x]

    def __setitem__(self, pos, value):
        x, y = pos
        self.data[y][x] = value

    def rows(self):
        return ["".join(" .:#"[min(v, 3)] for v in row) for row in self.data]

    def rotated(self):
        g = Grid(len(self.data), len(self.data[0]))
        g.data = [list(row) for row in zip(*self.data[::-1])]
        return g


g = Grid(4, 3)
for i, (x, y) in enumerate(itertools.product(range(4), range(3))):
    g[x, y] += i // 3
g[0, 0] = 9
print("\n".join(g.rows()), "\n".join(g.rotated().rows()), sep="\n--\n")
print([max(row) for row in g.data], [sum(col) for col in zip(*g.data)], sum(map(sum, g.data)))
rule = 30
row = [0] * 15 + [1] + [0] * 15
for _ in range(8):
    print("".join("*" if c else " " for c in row).rstrip())
    row = [rule >> (row[i - 1] * 4 + row[i] * 2 + row[(i + 1) % len(row)]) & 1 for i in range(len(row))]
sys.stdout.write("done\n")
assert time.time() > 0
