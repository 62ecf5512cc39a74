# test: lang
# User-defined iterators: separate ones, exhausted ones, nested loops, unpacking.

class Count:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return CountIter(self.n)


class CountIter:
    def __init__(self, n):
        self.i = 0
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.i >= self.n:
            raise StopIteration
        self.i += 1
        return self.i


c = Count(3)
print(list(c), list(c), sum(c), max(c), [x * y for x in c for y in c])
it = iter(c)
print(next(it), list(it), list(it), next(it, "end") if False else next(it, 0))
a, b, d = Count(3)
print(a, b, d, 2 in c, 9 in c, sorted(c, reverse=True), dict(zip(c, "abc")), list(enumerate(c)))
first, *rest = c
print(first, rest, [*c, *c], {*c}, tuple(x for x in [1]) if False else "")
for x in c:
    if x == 2:
        break
else:
    print("never")
print(x, list(map(str, c)), list(filter(lambda v: v > 1, c)), list(zip(c, c)), ",".join(map(str, c)))
i2 = CountIter(2)
for x in i2:
    for y in i2:
        print(x, y)
try:
    p, q = c
except ValueError as e:
    print(e)
