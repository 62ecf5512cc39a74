# test: lang
# standalone:
# Generators as they are usually written: pipelines, trees, state, send, early exit, delegation.
def numbers(text):
    for part in text.split(","):
        part = part.strip()
        if part:
            yield int(part)


def evens(items):
    return (n for n in items if n % 2 == 0)


def running(items):
    total = 0
    for n in items:
        total += n
        yield total


print(list(running(evens(numbers("1, 2, 4,, 7, 10")))))


class Tree:
    def __init__(self, value, left=None, right=None):
        self.value, self.left, self.right = value, left, right

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            yield from self.right

    def depth_first(self, level=0):
        yield level, self.value
        for child in (self.left, self.right):
            if child is not None:
                yield from child.depth_first(level + 1)


tree = Tree(4, Tree(2, Tree(1), Tree(3)), Tree(6))
print(list(tree), 3 in tree, max(tree), sum(tree), [f"{'-' * d}{v}" for d, v in tree.depth_first()])


def average():
    total = count = 0
    value = 0.0
    while True:
        x = yield value
        if x is None:
            return count
        total += x
        count += 1
        value = total / count


a = average()
next(a)
print(a.send(10), a.send(20), a.send(0))
try:
    a.send(None)
except StopIteration as e:
    print("count", e.value)


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


for n in fib():
    if n > 50:
        print(n)
        break


print(list(zip(fib(), "abc")), next(n for n in fib() if n % 7 == 0 and n))
