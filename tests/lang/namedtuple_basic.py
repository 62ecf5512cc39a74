# test: lang
# namedtuple: attributes, items, comparison with tuples, hash, _make, _replace, defaults, subclassing.
from collections import namedtuple
P = namedtuple("P", "x y")
p = P(1, 2)
print(p, p.x, p.y, p[0], p[-1], len(p))
x, y = p
print(x, y, p == (1, 2), (1, 2) == p, p == P(1, 2), p != P(2, 1), p < P(1, 3), p < (0, 5))
print(hash(p) == hash((1, 2)), {p: 5}[P(1, 2)], list(p), sum(p), 2 in p)
print(p._replace(y=9), p._asdict(), p._fields, P._make([5, 6]), P._make((7, 8)))
Q = namedtuple("Q", ["name", "age"], defaults=[3])
q = Q("bob")
print(q, Q(name="al", age=4), q.name, q[0], q[1], q[:1], Q._fields, Q._field_defaults)
name, age = q
print(name, age)
for a, b in [P(1, 2), P(3, 4)]:
    print(a + b)
class V(namedtuple("V", "a b")):
    def norm(self):
        return self.a * self.a + self.b * self.b
    def __str__(self):
        return "V!"
v = V(3, 4)
print(v, repr(v), v.norm(), v[1])
try:
    p.x = 4
except AttributeError as e:
    print(e)
print(sorted([P(2, 1), P(1, 5), P(1, 2)]), max([P(2, 1), P(1, 5)], key=lambda t: t.y))
