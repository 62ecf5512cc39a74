# test: lang
# A set and a frozenset compare by their items.

s = {1, 2}
f = frozenset([2, 1])
print(s == f, f == s, s != f, s <= f, s < f, f >= s, s == frozenset([3]), f != {1})
print({"a"} == frozenset("a"), frozenset() == set(), s == [1, 2], f == (1, 2))
