# test: lang
# operator.attrgetter, methodcaller, itemgetter of several items.
from operator import attrgetter, methodcaller, itemgetter
class P:
    def __init__(self, name, age):
        self.name = name
        self.age = age
    def greet(self, x):
        return x + self.name
ps = [P("b", 2), P("a", 2), P("c", 1)]
print([p.name for p in sorted(ps, key=attrgetter("age", "name"))])
print([p.name for p in sorted(ps, key=attrgetter("age"))])
print(list(map(methodcaller("greet", "hi "), ps)))
print(list(map(methodcaller("upper"), ["a", "b"])))
print(itemgetter(1, 2)("abc"), itemgetter("a", "b")({"a": 1, "b": 2}), itemgetter(0, 1, 2, 3)([1, 2, 3, 4]))
print(itemgetter(slice(1, 3))("abcdef"))


class Q:
    def __init__(self, p, rank):
        self.p = p
        self.rank = rank

    def scaled(self, k, offset=0, *, sign=1):
        return sign * (self.rank * k + offset)


qs = [Q(ps[0], 3), Q(ps[1], 1), Q(ps[2], 2)]
print([attrgetter("p.name")(q) for q in qs], [attrgetter("p.age", "rank")(q) for q in qs])
by_rank = attrgetter("rank")
print(max(qs, key=by_rank).rank, min(qs, key=by_rank).p.name, sum(map(by_rank, qs)))
calls = []


def noted(x):
    calls.append(x)
    return x


scale = methodcaller("scaled", noted(10), offset=noted(1), sign=-1)
print([scale(q) for q in qs], calls)
rows = [("b", 2, 1.5, "x"), ("a", 2, 0.5, "y"), ("c", 1, 2.5, "z")]
print(sorted(rows, key=itemgetter(1, 0)), [itemgetter(3, 0)(r) for r in rows], itemgetter(0, 1, 2, 3)(rows[0]), sorted(rows, key=itemgetter(-1), reverse=True))
words = " a b ".split(" ")
print(list(map(methodcaller("strip"), [" x ", "y "])), methodcaller("split", ",")("1,2"), methodcaller("replace", "a", "b")("banana"))
