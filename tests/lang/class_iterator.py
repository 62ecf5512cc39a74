# test: lang
# User-defined iterators in loops, list(), sum, unpacking.


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1


class Linked:
    def __init__(self, *values):
        self.head = None
        for v in values[::-1]:
            self.head = Cell(v, self.head)

    def __iter__(self):
        return LinkedIter(self.head)


class Cell:
    def __init__(self, value, next):
        self.value = value
        self.next = next


class LinkedIter:
    def __init__(self, at):
        self.at = at

    def __iter__(self):
        return self

    def __next__(self):
        if self.at is None:
            raise StopIteration
        value = self.at.value
        self.at = self.at.next
        return value


for i in Countdown(3):
    print(i, end=" ")
c = Countdown(5)
print(next(c), next(c), list(c), list(c))
items = Linked(4, 5, 6)
for a in items:
    for b in items:
        print(a * b, end=" ")
print(sum(items), max(items), 5 in items, [x + 1 for x in items], sorted(items, reverse=True))
x, y, z = items
print(x, y, z, list(items), list(zip(items, Countdown(9))), next(iter(items)))
