# test: lang
# hash(-1) is hash(-2), and dicts cope; equal numbers hash equal.
print(hash(-1) == hash(-2), hash(-1), hash(0), hash(1.0), hash(0.5) == hash(2), hash(-0.0))
d = {-1: "a", -2: "b"}
print(d[-1], d[-2], len(d), -1 in d, -3 in d)
print(len({1, 1.0, True}), {1.0: "x"}[1], hash((1, 2)) == hash((1.0, 2.0)))
s = {-1, -2, -3}
print(sorted(s), -2 in s)
