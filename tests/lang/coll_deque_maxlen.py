# test: lang
# A deque of a bound length drops items at the other end.
from collections import deque

d = deque([1, 2, 3, 4, 5], maxlen=3)
print(d, d.maxlen, deque([1]).maxlen)
d.append(6)
print(d)
d.appendleft(0)
print(d)
d.extend([10, 11, 12, 13])
print(d)
d.extendleft([20, 21])
print(d)
print(d + deque([1, 2]), d * 2, d.copy())
try:
    d.insert(1, 5)
except IndexError as e:
    print("IndexError", e)
d.rotate(1)
print(d, repr(deque([], 2)), deque([1, 2, 3], 0))
z = deque(maxlen=0)
z.append("x")
z.appendleft("y")
print(z, len(z))
try:
    deque([1], -1)
except ValueError as e:
    print("ValueError", e)
window = deque([], 3)
for x in [3, 1, 4, 1, 5, 9, 2, 6]:
    window.append(x)
    print(sum(window) / len(window), list(window))
