# test: lang
# standalone:
# Sorting algorithms compared on the same inputs, with counted comparisons and stability checks.
import heapq
import random
from functools import cmp_to_key


class Counted:
    comparisons = 0

    def __init__(self, key, tag=0):
        self.key, self.tag = key, tag

    def __lt__(self, other):
        Counted.comparisons += 1
        return self.key < other.key

    def __repr__(self):
        return f"{self.key}.{self.tag}"


def bubble(items):
    a = list(items)
    for end in range(len(a) - 1, 0, -1):
        swapped = False
        for i in range(end):
            if a[i + 1] < a[i]:
                a[i], a[i + 1] = a[i + 1], a[i]
                swapped = True
        if not swapped:
            break
    return a


def insertion(items):
    a = []
    for x in items:
        i = len(a)
        while i > 0 and x < a[i - 1]:
            i -= 1
        a.insert(i, x)
    return a


def selection(items):
    rest, out = list(items), []
    while rest:
        best = 0
        for i in range(1, len(rest)):
            if rest[i] < rest[best]:
                best = i
        out.append(rest.pop(best))
    return out


def merge_sort(items):
    if len(items) < 2:
        return list(items)
    middle = len(items) // 2
    left, right = merge_sort(items[:middle]), merge_sort(items[middle:])
    out = []
    i = j = 0
    while i < len(left) and j < len(right):
        if right[j] < left[i]:
            out.append(right[j])
            j += 1
        else:
            out.append(left[i])
            i += 1
    return out + left[i:] + right[j:]


def quick(items):
    if len(items) <= 1:
        return list(items)
    pivot, *rest = items
    small = [x for x in rest if x < pivot]
    large = [x for x in rest if not x < pivot]
    return quick(small) + [pivot] + quick(large)


def heap_sort(items):
    heap = list(items)
    heapq.heapify(heap)
    return [heapq.heappop(heap) for _ in range(len(heap))]


def shell(items):
    a = list(items)
    gap = len(a) // 2
    while gap:
        for i in range(gap, len(a)):
            x, j = a[i], i
            while j >= gap and x < a[j - gap]:
                a[j] = a[j - gap]
                j -= gap
            a[j] = x
        gap //= 2
    return a


ALGORITHMS = [bubble, insertion, selection, merge_sort, quick, heap_sort, shell, sorted]
rng = random.Random(2024)
inputs = {
    "random": [rng.randrange(100) for _ in range(40)],
    "sorted": list(range(30)),
    "reversed": list(range(30, 0, -1)),
    "equal": [7] * 12,
    "empty": [],
    "one": [1],
}
print(f"{'':<12}" + "".join(f"{name:>10}" for name in inputs))
for algorithm in ALGORITHMS:
    cells = []
    for data in inputs.values():
        Counted.comparisons = 0
        items = [Counted(k, i) for i, k in enumerate(data)]
        result = algorithm(items)
        assert [x.key for x in result] == sorted(data), algorithm.__name__
        stable = all(a.key != b.key or a.tag < b.tag for a, b in zip(result, result[1:]))
        cells.append(f"{Counted.comparisons}{'' if stable else '*'}")
    print(f"{algorithm.__name__:<12}" + "".join(f"{c:>10}" for c in cells))


def by_length_then_text(a, b):
    if len(a) != len(b):
        return len(a) - len(b)
    return (a > b) - (a < b)


words = "the quick brown fox jumps over the lazy dog".split()
print(sorted(words, key=cmp_to_key(by_length_then_text)))
print(sorted(words, key=lambda w: (-len(w), w)), sorted(set(words), reverse=True))
people = [("Ann", 30), ("Bob", 25), ("Cid", 30), ("Dan", 25)]
people.sort(key=lambda p: p[1])
print(people)
people.sort(key=lambda p: p[1], reverse=True)
print(people)
print(merge_sort(words), quick([3.5, -1.0, 2.25]), heap_sort("heap"), insertion([(2, "b"), (1, "z"), (2, "a")]))
print(heapq.nsmallest(3, inputs["random"]), heapq.nlargest(2, words, key=len), list(heapq.merge([1, 4], [2, 3], [0, 9])))
