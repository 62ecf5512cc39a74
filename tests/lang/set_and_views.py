# test: lang
# Sets and the views of dicts: the view answers also on the right of an operator.
s = {1, 2, 3, 40, 9}
d = {1: "a", 5: "b", 9: "c"}
e = {1: 0, 7: 0}
print(s - d.keys(), s & d.keys(), s | d.keys(), s ^ d.keys())
print(d.keys() - s, d.keys() & s, d.keys() | s, d.keys() ^ {1})
print(d.keys() & [1, 2], d.keys() - [1], d.items() & {(1, "a")}, d.items() - {(1, "a")})
print(d.keys() == {1, 5, 9}, d.keys() <= {1, 5, 6}, d.keys() >= {1}, s.isdisjoint(d.keys()), d.keys().isdisjoint(s))
print(d.keys() & e.keys(), d.keys() | e.keys(), d.keys() - e.keys(), d.keys() ^ e.keys())
print(set(d) == d.keys(), set(d) != d.keys(), {1} == d.keys(), d.keys() == e.keys(), {(1, "a")} != d.items())
print(s >= d.keys(), s > e.keys(), {1, 7, 8} > e.keys(), {1} < e.keys(), {1, 7} <= e.keys(), frozenset(e) == e.keys())
print(frozenset({1, 8, 16}) - e.keys(), frozenset({7}) & e.keys(), frozenset({3}) | e.keys(), {(1, 0)} | e.items())
t = s
s -= d.keys()
print(s, t)
s |= e.keys()
print(s)
s &= {1: 1, 2: 2}.keys()
print(s)
s ^= d.keys()
print(s)
s.update(d.keys())
s.difference_update(e.keys())
print(s, s.union(e.keys()), s.intersection(d.keys()), s.symmetric_difference(d.keys()))
required = {"name", "age"}
for record in [{"name": "x", "age": "1"}, {"name": "y"}]:
    missing = required - record.keys()
    print("missing:", sorted(missing)) if missing else print("complete")
