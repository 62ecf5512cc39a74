# test: lang
# Objects without __hash__ are keys by their identity: many small ones neither collide nor get lost.


class Empty:
    pass


class Pair(Empty):
    def __init__(self, x, y):
        self.x = x
        self.y = y


empties = [Empty() for _ in range(50000)]
pairs = [Pair(i, i) for i in range(50000)]
numbers = {}
for i, e in enumerate(empties):
    numbers[e] = i
for i, p in enumerate(pairs):
    numbers[p] = i
print(len(numbers), len({id(e) for e in empties}), len({hash(p) for p in pairs}) > 49000)
total, lost = 0, 0
for e in empties:
    total += numbers[e]
for p in pairs:
    lost += numbers[p] != p.x
print(total, lost)
print(id(empties[0]) == id(empties[0]), id(empties[0]) == id(empties[1]))
