# test: lang
# Counter: counting, most_common, arithmetic.
from collections import Counter

c = Counter("abracadabra")
print(c, c["a"], c["zz"], len(c), c.total())
print(c.most_common(2), c.most_common(), c.most_common(0), c.most_common(100)[-1])
c.update("aab")
c.update({"z": 3})
print(c)
c.subtract("aaaaaaaaaaz")
print(c, c.total())
print(+c, -c)
a = Counter({"x": 3, "y": 1})
b = Counter({"x": 1, "y": 2})
print(a + b, a - b, a & b, a | b)
print(sorted(a.elements()), list(Counter({"q": 2, "r": 0, "s": -1}).elements()))
print(a == Counter("xxxy"), a != b, a == Counter({"x": 3, "y": 1, "z": 0}))
print(a <= a + b, a < a, b >= a, a > Counter("x"))
a += b
print(a)
a -= Counter({"x": 10})
print(a)
a |= Counter({"w": 2})
a &= Counter({"w": 1, "y": 9})
print(a)
del a["w"]
del a["absent"]
a["k"] += 1
print(a, dict(a), sorted(a.items()), list(a), "k" in a)
print(Counter(), Counter([1, 2, 2, 3, 3, 3]), Counter([1.5, None, 1.5]))
print(Counter([3, 1, 3, 2]).most_common(1)[0][0], sum(Counter("hello").values()))
for key, n in Counter("mississippi").most_common():
    print(key, n)
print(max(Counter("hello").items(), key=lambda kv: kv[1]))
