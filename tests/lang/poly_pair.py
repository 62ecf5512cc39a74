# test: lang
# An unannotated Pair of different types.


class Pair:
    def __init__(self, first, second):
        self.first = first
        self.second = second

    def swap(self):
        return Pair(self.second, self.first)

    def with_first(self, x):
        return Pair(x, self.second)

    def to_tuple(self):
        return (self.first, self.second)

    def __repr__(self):
        return f"<{self.first!r} {self.second!r}>"


p = Pair(1, "one")
q = Pair(2.5, [1])
r = Pair("a", "b")
print(p, q, r, p.first + 1, p.second.upper(), q.first * 2, q.second + [2], r.first + r.second)
print(p.swap(), q.swap().first, r.swap(), p.swap().swap().first + 1)
print(p.with_first("x"), p.to_tuple(), q.to_tuple(), Pair(p, q).first.second, Pair(None, 0))
pairs = [Pair(i, str(i)) for i in range(3)]
print(pairs, sum([x.first for x in pairs]), "".join([x.second for x in pairs]))


def fst(pair):
    return pair.first


print(fst(p) + 1, fst(r) + "!", fst(Pair([], 0)))
