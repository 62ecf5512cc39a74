# test: lang
# Sets and frozensets: operators, methods, comparisons, order.

a, b = {1, 2, 3, 4}, {3, 4, 5}
print(a | b, a & b, a - b, a ^ b, b - a)
print(a.union(b, [9]), a.intersection([3, 1], (3,)), a.difference([1], {2}), a.symmetric_difference([4, 7]))
print(a <= b, {3} < b, b >= {3, 5}, b > b, a == {4, 3, 2, 1}, a != b, {1}.issubset([1, 2]), a.issuperset({1}))
print(a.isdisjoint([7, 8]), a.isdisjoint(b))
c = a.copy()
c.add(9)
c.discard(1)
c.discard(100)
c.remove(2)
try:
    c.remove(77)
except KeyError as e:
    print("KeyError", e)
print(c, len(c), 9 in c)
c.update([1, 2], {3})
c.intersection_update([1, 2, 3, 9])
c.difference_update([2])
c.symmetric_difference_update({1, 50})
print(sorted(c))
f = frozenset([1, 2, 2, 3])
print(f, len(f), hash(f) == hash(frozenset([3, 2, 1])), f | {9}, {9} | f, f & {1}, f - {1})
print({f: "x"}[frozenset([1, 2, 3])], frozenset(), set(), {frozenset([1]), frozenset([1])})
s = set("hello")
print(sorted(s), len(s), set([1, 1.0, True]), set(range(5)))
try:
    set().pop()
except KeyError as e:
    print(e)
p = {5}
print(p.pop(), p)
d = {1, 2, 3}
d.clear()
print(d, bool(d), bool({0}))
try:
    for x in a:
        a.add(x + 100)
except RuntimeError as e:
    print(e)
print({(1, 2), (1, 2)}, {"a"} | set(), {x % 3 for x in range(9)})
g = {1, 2}
g |= {3}
g &= {2, 3}
print(g, isinstance(g, set), isinstance(f, frozenset), f == {1, 2, 3}, {1, 2, 3} == f)
