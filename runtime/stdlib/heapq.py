# heapq: a list as a binary heap, the smallest item first.
#
# The order of comparisons and moves is CPython's, so that heaps of items that compare equal come out alike: an item
# taken from the top leaves a hole that sinks to a leaf, along the smaller children; the last item then rises from there.
from typing import TypeVar

T = TypeVar("T")


def _rise(heap: list[T], start: int, at: int) -> None:
    # The item at `at` rises to its place, at most to `start`.
    item = heap[at]
    while at > start:
        up = (at - 1) >> 1
        parent = heap[up]
        if not item < parent:
            break
        heap[at] = parent
        at = up
    heap[at] = item


def _sink(heap: list[T], at: int) -> None:
    # The item at `at` goes to its place below: the hole sinks to a leaf, then the item rises.
    size = len(heap)
    start = at
    item = heap[at]
    child = 2 * at + 1
    while child < size:
        right = child + 1
        if right < size and not heap[child] < heap[right]:
            child = right
        heap[at] = heap[child]
        at = child
        child = 2 * at + 1
    heap[at] = item
    _rise(heap, start, at)


def heappush(heap: list[T], item: T) -> None:
    heap.append(item)
    _rise(heap, 0, len(heap) - 1)


def heappop(heap: list[T]) -> T:
    if len(heap) == 0:
        raise IndexError("index out of range")
    last = heap.pop()
    if len(heap) == 0:
        return last
    top = heap[0]
    heap[0] = last
    _sink(heap, 0)
    return top


def heapreplace(heap: list[T], item: T) -> T:
    if len(heap) == 0:
        raise IndexError("index out of range")
    top = heap[0]
    heap[0] = item
    _sink(heap, 0)
    return top


def heappushpop(heap: list[T], item: T) -> T:
    if len(heap) > 0 and heap[0] < item:
        top = heap[0]
        heap[0] = item
        _sink(heap, 0)
        return top
    return item


def _heapify_from(heap: list[T], count: int) -> None:
    i = count
    while i > 0:
        i -= 1
        _sink(heap, i)


def heapify(heap: list[T]) -> None:
    _heapify_from(heap, len(heap) >> 1)


class _Entry:
    # What nlargest and nsmallest keep: the worst is first, of equal ones that which came last.
    def __init__(self, key, order, item, is_wanted_large):
        self.key = key
        self.order = order
        self.item = item
        self.is_wanted_large = is_wanted_large

    def __lt__(self, other):
        if self.key == other.key:
            return self.order > other.order
        return self.loses_to(other.key)

    def loses_to(self, key):
        return self.key < key if self.is_wanted_large else key < self.key


def _key_of(x, key):
    if key is None:
        return x
    return key(x)


def _keep_best(kept, n, iterable, key, is_wanted_large):
    # A heap of the best so far, the worst of them on top.
    order = 0
    for x in iterable:
        k = _key_of(x, key)
        if len(kept) < n:
            heappush(kept, _Entry(k, order, x, is_wanted_large))
        elif kept[0].loses_to(k):
            heapreplace(kept, _Entry(k, order, x, is_wanted_large))
        order += 1


def _best(n, iterable, key, is_wanted_large):
    if n == 1:
        return _one(iterable, key, is_wanted_large)
    kept = []
    if n > 0:
        _keep_best(kept, n, iterable, key, is_wanted_large)
    kept.sort()
    kept.reverse()
    return [entry.item for entry in kept]


def nsmallest(n, iterable, key=None):
    return _best(n, iterable, key, False)


def nlargest(n, iterable, key=None):
    return _best(n, iterable, key, True)


def _one(iterable, key, wants_largest):
    result = []
    for x in iterable:
        result.append(x)
    if len(result) == 0:
        return result
    return [max(result, key=key) if wants_largest else min(result, key=key)]


class _Source:
    # One input of merge: its next item and the item's key.
    def __init__(self, it, order, item, key, is_reversed):
        self.it = it
        self.order = order
        self.item = item
        self.key = key
        self.is_reversed = is_reversed

    def __lt__(self, other):
        if self.is_reversed:
            if other.key < self.key:
                return True
            if self.key < other.key:
                return False
        else:
            if self.key < other.key:
                return True
            if other.key < self.key:
                return False
        return self.order < other.order


class merge:
    def __init__(self, *iterables, key=None, reverse=False):
        self._iterables = [iter(x) for x in iterables]
        self._key = key
        self._is_reversed = bool(reverse)
        self._heap = []
        self._is_started = False

    def __iter__(self):
        return self

    def _start(self):
        self._is_started = True
        order = 0
        for it in self._iterables:
            for x in it:
                self._heap.append(_Source(it, order, x, _key_of(x, self._key), self._is_reversed))
                break
            order += 1
        heapify(self._heap)

    def __next__(self):
        heap = self._heap
        if not self._is_started:
            self._start()
        elif len(heap) > 0:
            self._advance()
        if len(heap) == 0:
            raise StopIteration
        return heap[0].item

    def _advance(self):
        # The item that was handed out last is still on top.
        heap = self._heap
        top = heap[0]
        for x in top.it:
            top.item = x
            top.key = _key_of(x, self._key)
            _sink(heap, 0)
            return
        heappop(heap)
