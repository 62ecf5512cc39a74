# test: lang
# Items of every representation: None, bool, unions, tuples, objects, functions.


class Box:
    def __init__(self, v):
        self.v = v


def scalars():
    yield 1
    yield 2.5
    yield True
    yield None


def maybe(n):
    for i in range(n):
        yield Box(i) if i % 2 else None


def bools():
    yield False
    yield True


def functions():
    yield len
    yield sum


print(list(scalars()), [b.v if b else -1 for b in maybe(4)], any(bools()), all(bools()))
print([f([1, 2, 3]) for f in functions()])
for (i, (a, b)), c in zip(enumerate((x, -x) for x in range(2)), "pq"):
    print(i, a, b, c)
print([x for x in scalars() if x is not None])
