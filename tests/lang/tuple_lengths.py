# test: lang
# standalone:
"""Tuples of different lengths in one container, attribute or variable."""

LEVELS = [("<", "<=", ">"), ("+", "-"), ("not",), ()]
NEIGHBOURS = {"a": ("b", "c"), "b": (), "c": ("a",), "d": ("a", "b", "c")}


class Node:
    def __init__(self, name, *children):
        self.name = name
        self.edges = ()
        self.children = children

    def connect(self, *others):
        self.edges = others


def pick(n):
    if n == 0:
        return ()
    elif n == 1:
        return (1,)
    return (n, 2 * n)


for level in LEVELS:
    print(level, len(level), "+" in level, level[:1], list(level), level == ("+", "-"), bool(level))
print(sorted(LEVELS), max(LEVELS), LEVELS[0][1], LEVELS[1] + LEVELS[2], sum(LEVELS, ()))
for name, others in sorted(NEIGHBOURS.items()):
    print(name, *others, sep=" -> ")
print({len(t): t for t in LEVELS}, set(map(len, NEIGHBOURS.values())))
nodes = [Node("x"), Node("y", 1, 2)]
nodes[0].connect("p", "q")
nodes[1].connect("r")
print([(node.name, node.edges) for node in nodes], nodes[1].children, nodes[0].children)
print([pick(i) for i in range(3)], sum(len(pick(i)) for i in range(5)))
pairs = sorted([(2, 1), (1,), (1, 5, 2)])
pairs.append((0,))
print(pairs, (1,) in pairs, (5, 5) in pairs, pairs.index((2, 1)), hash(pairs[0]) == hash((1,)))
seen = {(1, 2), (3,), (1, 2)}
print(len(seen), (3,) in seen, (4, 4, 4) in seen)
state = (1, 2)
state = (3,) if len(pairs) > 2 else state
print(state, state[0])
try:
    a, b = state
except ValueError as error:
    print(error)
try:
    print(LEVELS[3][0])
except IndexError as error:
    print(error)
table = [(1, ("a", "b")), (2, ("c",)), (3, ())]
for number, names in table:
    print(number, names, len(names), end="; ")
print(table[1][1][0], dict(table)[3])
