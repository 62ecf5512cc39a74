# test: lang
# Every method of set and frozenset: iterables as arguments, several of them, operators against sets only.
s = {1, 2, 3}
print(s.union([4], (5,), {6: 0}), s.union(), s.intersection([2, 3, 9], {3}), s.intersection(), s.difference([1], [2]), s.difference(), s.symmetric_difference([3, 4]))
print(s | {4}, s & {2}, s - {1}, s ^ {3, 4}, s < {1, 2, 3, 4}, s <= s, s > {1}, s >= {1, 2, 3}, s == {3, 2, 1}, s != {1}, s.issubset([1, 2, 3, 4]), s.issuperset(range(1, 3)), s.isdisjoint({3}))
s.add(4)
s.add(4)
s.discard(9)
s.remove(4)
try:
    s.remove(4)
except KeyError as e:
    print("KeyError", e)
s.update([5], {6}, range(2))
print(s)
s.intersection_update([0, 1, 2, 5, 6], {0, 1, 5})
print(s)
s.difference_update([0], (9,))
print(s)
s.symmetric_difference_update([1, 7])
print(s)
s |= {8}
s &= {5, 7, 8}
s -= {7}
s ^= {5, 10}
print(s, len(s))
print({5}.pop(), set() == frozenset(), {1} == frozenset([1]), frozenset([1]) | {2}, {2} | frozenset([1]), type({2} | frozenset([1])).__name__, type(frozenset() | {1}).__name__)
try:
    set().pop()
except KeyError as e:
    print(e)
c = s.copy()
c.clear()
print(c, s, bool(c), 8 in s, 9 not in s)
f = frozenset("hello")
print(sorted(f), len(f), "h" in f, hash(frozenset([1, 2])) == hash(frozenset([2, 1])), {f: 1}[frozenset("olleh")], f.copy() is f, sorted(f - {"h"}), sorted(f.union("z")))
print({x % 3 for x in range(10)}, {len(w) for w in ["a", "bb", "cc"]}, set("aab"), set([]), {*[1, 2], *(2, 3)}, {1, 1.0, True})
print(sorted({(1, 2), (0, 5)}), {frozenset([1]), frozenset([1])}, max({3, 9, 2}), sum({1, 2}), sorted({"b", "a"}), list({7}), set(range(3)) == {0, 1, 2})
e = {1, 2, 3}
try:
    for x in e:
        e.add(x + 10)
except RuntimeError as error:
    print(error)
print({64, 1, 33, 3, 10}, {10, 3, 1, 33, 64}, set(range(20, 0, -1)), {-1, -2}, {0.5, 1.5}, {"a", "b", "c", "d"}, {None})
print({1, 2, 3} <= {1, 2}, {1} < {1}, {1} < {2}, not {1} >= {2})
