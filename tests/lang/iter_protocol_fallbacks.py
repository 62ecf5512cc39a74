# test: lang
# __getitem__ as the fallback of iteration and `in`; __contains__, __len__ and __reversed__ fallbacks.


class Squares:
    def __init__(self, n):
        self.n = n
        self.asked = []

    def __getitem__(self, i):
        self.asked.append(i)
        if i < 0:
            i += self.n
        if not 0 <= i < self.n:
            raise IndexError("out of range")
        return i * i

    def __len__(self):
        return self.n


s = Squares(4)
print(list(s), s.asked)
print([x for x in s], sum(s), max(s), sorted(s, reverse=True), tuple(s), set(s))
print(9 in s, 5 in s, list(reversed(s)), s[-1], len(s), bool(s), bool(Squares(0)))
a, b, *c = s
print(a, b, c, list(zip(s, "ab")), list(enumerate(s))[-1], list(map(lambda x: x + 1, s)))
it = iter(s)
print(next(it), next(it), list(it), next(it, -1))


class OnlyIter:
    def __iter__(self):
        yield from (1, 2, 3)


o = OnlyIter()
print(2 in o, 7 in o, list(o), sum(o), min(o), [*o, *o], dict(zip(o, o)))


class Container:
    def __contains__(self, x):
        return "yes" if x > 3 else ""


print(5 in Container(), 1 in Container(), 1 not in Container())


class Count:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


c = Count(3)
print(list(c), list(c))
print(list(iter(Count(4).__next__, 1)))
for x in Count(5):
    if x == 2:
        break
else:
    print("not reached")
print(any(x == 1 for x in Count(3)), all(x < 3 for x in Count(3)))


class Bad:
    def __getitem__(self, i):
        if i == 2:
            raise KeyError("no two")
        return i


try:
    for x in Bad():
        print(x)
except KeyError as e:
    print("KeyError", e)
