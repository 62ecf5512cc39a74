# test: lang
# standalone:
# StopIteration.value: what a generator returned, an object or None.
class Tree:
    def __init__(self, n):
        self.n = n


def build():
    yield 1
    return Tree(5)


def nothing():
    yield 2


def run(g):
    while True:
        try:
            print("item", next(g))
        except StopIteration as stop:
            return stop.value


tree = run(build())
print(tree.n if tree else None)
print(run(nothing()))
try:
    next(iter([]))
except StopIteration as stop:
    print(stop.value, stop.args)


def outer():
    inner = yield from build()
    return inner


g = outer()
print(next(g))
try:
    g.send(None)
except StopIteration as stop:
    print(stop.value.n)
