# test: lang
# gc.get_stats has CPython's shape; the figures are the memory manager's own.
import gc


def names(stats):
    return [sorted(generation) for generation in stats]


class Node:
    def __init__(self):
        self.me = self


def make(count):
    for _ in range(count):
        Node()
    return count


before = gc.get_stats()
print(len(before), names(before))
print(make(100))
gc.collect()
after = gc.get_stats()
for old, new in zip(before, after):
    print([new[name] >= old[name] >= 0 for name in old])
print([generation["uncollectable"] for generation in after])
