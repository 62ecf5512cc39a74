# test: lang
# deque: both ends, rotation, a bound length, searching.
from collections import deque

d = deque([1, 2, 3])
d.append(4)
d.appendleft(0)
print(d, len(d), d[0], d[-1], d[2], bool(d), bool(deque()))
for n in (0, 1, 2, 3, 5, 7, -1, -4, -11, 100):
    e = d.copy()
    e.rotate(n)
    print(n, e)
d.rotate()
print(d)
print(d.pop(), d.popleft(), d)
d.extend([7, 8])
d.extendleft([9, 10])
print(d, list(reversed(d)), sum(d), max(d), sorted(d))
d.extend(d)
print(d, d.count(7), d.index(7), d.index(7, 4), 99 in d, 8 in d)
d[1] = 50
d[-1] = 60
del d[0]
del d[-2]
print(d)
d.remove(7)
d.insert(1, 77)
d.insert(-1, 78)
d.insert(100, 79)
d.insert(-100, 80)
print(d)
d.reverse()
print(d)
d.clear()
print(d, len(d))
for x in deque("abc"):
    print(x, end=" ")
print([x * 2 for x in deque(range(4))])
q = deque([(0, "root")])
while q:
    depth, name = q.popleft()
    print("  " * depth + name)
    if depth < 2:
        q.append((depth + 1, name + ".l"))
        q.appendleft((depth + 1, name + ".r"))
