# test: lang
# Conway's life on sets, on a torus, and with run-length encoded patterns.
from collections import Counter
from itertools import product


def neighbours(cell):
    x, y = cell
    for dx, dy in product((-1, 0, 1), repeat=2):
        if (dx, dy) != (0, 0):
            yield x + dx, y + dy


def step(alive):
    counts = Counter(n for cell in alive for n in neighbours(cell))
    return {cell for cell, n in counts.items() if n == 3 or (n == 2 and cell in alive)}


def parse(text):
    return {(x, y) for y, row in enumerate(text.split()) for x, c in enumerate(row) if c in "#O"}


def show(alive, width=None, height=None):
    if not alive:
        return "(empty)"
    xs = [x for x, _ in alive]
    ys = [y for _, y in alive]
    left, top = min(xs), min(ys)
    width = width or max(xs) - left + 1
    height = height or max(ys) - top + 1
    return "\n".join("".join("#" if (left + x, top + y) in alive else "." for x in range(width)) for y in range(height))


def decode(rle):
    alive, x, y, number = set(), 0, 0, ""
    for c in rle:
        if c.isdigit():
            number += c
            continue
        n = int(number) if number else 1
        number = ""
        if c == "b":
            x += n
        elif c == "o":
            alive |= {(x + i, y) for i in range(n)}
            x += n
        elif c == "$":
            x, y = 0, y + n
        elif c == "!":
            break
    return frozenset(alive)


class Torus:
    def __init__(self, width, height, alive=()):
        self.width, self.height = width, height
        self.grid = [[False] * width for _ in range(height)]
        for x, y in alive:
            self.grid[y % height][x % width] = True

    def count(self, x, y):
        return sum(self.grid[(y + j) % self.height][(x + i) % self.width] for i in (-1, 0, 1) for j in (-1, 0, 1) if i or j)

    def step(self):
        rules = {True: {2, 3}, False: {3}}
        self.grid = [[self.count(x, y) in rules[cell] for x, cell in enumerate(row)] for y, row in enumerate(self.grid)]

    def __str__(self):
        return "\n".join("".join(".#"[cell] for cell in row) for row in self.grid)

    @property
    def population(self):
        return sum(map(sum, self.grid))


glider = parse(".#. ..# ###")
print(show(glider))
world = glider
for generation in range(4):
    world = step(world)
print(world == {(x + 1, y + 1) for x, y in glider}, sorted(world))

blinker = parse("###")
seen = {}
state = frozenset(blinker)
n = 0
while state not in seen:
    seen[state] = n
    state = frozenset(step(state))
    n += 1
print("period", n - seen[state])

gun = decode("24bo$22bobo$12b2o6b2o12b2o$11bo3bo4b2o12b2o$2o8bo5bo3b2o$2o8bo3bob2o4bobo$10bo5bo7bo$11bo3bo$12b2o!")
print(len(gun))
print(show(gun))
world = gun
for _ in range(30):
    world = step(world)
print(len(world), gun <= world, show(world - gun))

t = Torus(8, 6, glider)
for _ in range(3):
    print(t, t.population, sep="\n")
    t.step()
for _ in range(45):
    t.step()
print(t)
print(show(step({(0, 0)})))
acorn = decode("bo$3bo$2o2b3o!")
populations = []
world = acorn
for _ in range(40):
    populations.append(len(world))
    world = step(world)
print(populations)
