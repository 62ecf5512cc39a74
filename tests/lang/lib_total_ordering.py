# test: lang
# functools.total_ordering: what is there gives what is not, whatever is inherited.
from functools import total_ordering
from dataclasses import dataclass
@total_ordering
class V:
    kind = "v"
    def __init__(self, x):
        self.x = x
    def __eq__(self, o):
        if not isinstance(o, V):
            return NotImplemented
        return self.x == o.x
    def __lt__(self, o):
        if not isinstance(o, V):
            return NotImplemented
        return self.x < o.x
print(V(1) <= V(2), V(1) >= V(2), V(1) > V(2), V(2) >= V(2), V.kind)
@total_ordering
@dataclass
class D:
    a: int
    b: str = "x"
    def __ge__(self, o):
        return self.a >= o.a
print(D(1) < D(2), D(1) <= D(1), D(3) > D(2), sorted([D(3), D(1)]), max(D(1), D(4)))
@total_ordering
class G:
    def __init__(self, v):
        self.v = v
    def __gt__(self, o):
        return self.v > o.v
    def __eq__(self, o):
        return self.v == o.v
print(G(1) < G(2), G(1) <= G(1), G(3) >= G(2), G(1) == G(1))
@total_ordering
class L(G):
    def __le__(self, o):
        return self.v <= o.v
print(L(1) < L(2), L(1) <= L(1), L(3) >= L(2), L(1) > L(1))
try:
    @total_ordering
    class N:
        pass
except ValueError as e:
    print(e)
