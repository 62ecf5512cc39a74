# test: lang
# typing.NamedTuple with defaults and methods; named tuples in loops, dicts and patterns.
from typing import NamedTuple, List
import collections
class P(NamedTuple):
    """Doc."""
    x: int
    y: int = 7
    def dist(self):
        return self.x + self.y
    @property
    def double(self):
        return self.x * 2
p = P(1)
print(p, p.dist(), p.double, P(3, 4) == (3, 4))
first, *rest = P(1, 2)
print(first, rest)
def local():
    T = collections.namedtuple("T", "a, b")
    t = T(1, "x")
    a, b = t
    return t, a, b
print(local())
Edge = collections.namedtuple("Edge", ("u", "v", "w"))
edges = [Edge(1, 2, 3.5), Edge(2, 3, 1.5)]
for u, v, w in sorted(edges, key=lambda e: e.w):
    print(u, v, w)
print(min(edges, key=lambda e: e.w), [e.u for e in edges])
d = {}
d[P(1, 2)] = "a"
d[P(1, 2)] = "b"
print(d, P(1, 2) in d, len(d), {(1, 2): 3}[(1, 2)])
match p:
    case P(1, y):
        print("y", y)
try:
    P._make([1, 2, 3])
except TypeError as e:
    print(e)
print(p + (3,), p.index(7), p.count(1), f"{p.x} {p}", str(p))
def opt(n):
    return P(n, n) if n > 0 else None
r = opt(3)
if r is not None:
    a, b = r
    print(a, b)
print(isinstance(p, P))
print("%d-%d" % (p.x, p.y))
