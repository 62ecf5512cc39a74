# test: lang
# Tuples whose last items have no order, in heaps and sorts: it is asked only where what is before is equal.
import heapq
from itertools import count


class Task:
    def __init__(self, name):
        self.name = name


def steps(n):
    for i in range(n):
        yield i


heap = []
number = count()
for priority, name in [(3, "c"), (1, "a"), (2, "b"), (1, "d")]:
    heapq.heappush(heap, (priority, next(number), Task(name)))
print([heapq.heappop(heap)[2].name for _ in range(4)])
queue = []
for i, n in enumerate([3, 1, 2]):
    heapq.heappush(queue, (n * 0.5, i, steps(n)))
while queue:
    time, i, process = heapq.heappop(queue)
    print(time, i, list(process))
jobs = sorted([(2, lambda: "two"), (1, lambda: "one")])
print([job() for _, job in jobs], (1, Task("x")) < (2, Task("y")), max((1, {"k": 1}), (2, {})))
t = Task("same")
print((1, t) < (1, t), (1, t) <= (1, t), (1, t) == (1, t), [(1, t)] <= [(1, t)])
try:
    print((1, Task("x")) < (1, Task("y")))
except TypeError as e:
    print(e)
try:
    sorted([(1, {"k": 1}), (1, {})])
except TypeError as e:
    print(e)
try:
    print((1, 2, None) >= (1, 2, 3))
except TypeError as e:
    print(e)
