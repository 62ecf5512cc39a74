# test: lang
# Sets as far as small programs use them.

s = {3, 1, 2, 3}
print(len(s), 1 in s, 9 in s, sorted(s), s == {1, 2, 3}, s | {4}, s & {1, 9}, s - {1}, s ^ {1, 7})
s.add(10)
s.discard(1)
s.discard(99)
print(s, {10, 3, 1, 33, 64}, set(), set([2, 1, 2]), set("a"), {"x"} == {"x"})
seen = set()
out = []
for x in [5, 3, 5, 1, 3]:
    if x not in seen:
        seen.add(x)
        out.append(x)
print(out, len(seen), {1, 2} <= {1, 2, 3}, {1, 2} < {1, 2}, {x % 3 for x in range(10)})
