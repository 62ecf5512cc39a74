# test: lang
# Operations of a set with itself: what is common is a copy, in the order of the set.

def show(s):
    print(s & s, s | s, s - s, s ^ s)
    print(s.intersection(s), s.union(s, s), s.difference(s), s.symmetric_difference(s))
    print(s <= s, s < s, s.isdisjoint(s), s.issuperset(s))


show({(-2, "q"), (0, ","), (4096, "-3"), (100005, "b"), (-2097152, "{}")})
show({26, 10, 18, 34, 2})
show(frozenset([26, 10, 18, 34, 2]))
s = {26, 10, 18, 34, 2}
s.discard(10)
print(s & s, s & s.copy())
s &= s
print(s)
s |= s
print(s)
t = s
t -= s
print(s, t)
