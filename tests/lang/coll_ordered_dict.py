# test: lang
# OrderedDict: order counts in comparisons, entries move to the ends.
from collections import OrderedDict

o = OrderedDict()
o["a"] = 1
o["b"] = 2
o["c"] = 3
print(o, len(o), list(o), list(o.items()), OrderedDict())
o.move_to_end("a")
print(o)
o.move_to_end("c", last=False)
print(o)
print(o.popitem(), o.popitem(last=False), o)
p = OrderedDict([("x", 1), ("y", 2)])
q = OrderedDict([("y", 2), ("x", 1)])
print(p == q, p != q, p == {"y": 2, "x": 1}, dict(p) == dict(q), p == p.copy())
print(list(reversed(p)))
try:
    p.move_to_end("none")
except KeyError as e:
    print("KeyError", e)
try:
    OrderedDict([(1, 2)]).popitem().foo if False else OrderedDict({"z": 1}).pop("k")
except KeyError as e:
    print("KeyError", e)
p.clear()
try:
    p.popitem()
except KeyError as e:
    print("KeyError", e)


class LRU:
    def __init__(self, size):
        self.size = size
        self.data = OrderedDict()

    def get(self, key):
        if key not in self.data:
            return -1
        self.data.move_to_end(key)
        return self.data[key]

    def put(self, key, value):
        if key in self.data:
            self.data.move_to_end(key)
        self.data[key] = value
        if len(self.data) > self.size:
            self.data.popitem(last=False)


cache = LRU(3)
for i in range(20):
    cache.put(i * 7 % 5, i)
    print(cache.get(i % 4), list(cache.data), end=";")
print()
big = OrderedDict()
for i in range(3000):
    big[i] = i
total = 0
for i in range(2500):
    total += big.popitem(last=False)[1]
    if i % 3 == 0:
        big[i] = 1
print(total, len(big), list(big)[:5])
