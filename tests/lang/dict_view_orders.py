# test: lang
# Sets made of the views of dicts have CPython's order: items that collide show it.
from collections import Counter, OrderedDict

a = {10: 1, 18: 2, 26: 3, 34: 4, 2: 5}
b = {34: 4, 50: 0, 26: 9, 10: 1}
few, many = {26, 10, 18}, {18, 26, 34, 2, 10, 58, 66}
print(a.keys() | b.keys(), b.keys() | a.keys(), a.keys() | "" if False else a.keys() | [])
print(a.keys() & b.keys(), b.keys() & a.keys(), a.keys() & few, a.keys() & many, a.keys() & [34, 26, 18, 10])
print(a.keys() - b.keys(), b.keys() - a.keys(), a.keys() - few, b.keys() - [26])
print(a.keys() ^ b.keys(), b.keys() ^ a.keys(), a.keys() ^ few, a.keys() ^ [58, 10])
print(a.keys() & frozenset(many), a.keys() | frozenset(few))
print(a.items() | b.items(), a.items() & b.items())
print(a.items() ^ b.items(), b.items() ^ a.items(), a.items() - b.items())
print(a.items() ^ {(10, 1), (50, 0)}, a.items() ^ [(26, 3)])
s = {"%s": None, "€": None, "": None, "1": None, "\x00\x7f": None}
print(s.keys() | "", s.keys() - set(), s.keys() ^ ["b"])
c = Counter("mississippi, whoever")
print(c.keys() | {"x"}, c.keys() - {"s"}, c.keys() & {"m", "i", "z"})
o = OrderedDict(a)
print(o.keys() | few, o.keys() ^ few)
