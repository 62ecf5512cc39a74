# test: lang
# LRU and LFU caches by linked lists, OrderedDict and counting; a memoising decorator.
from collections import OrderedDict, defaultdict, Counter
import functools


class Link:
    __slots__ = ("key", "value", "prev", "next")

    def __init__(self, key=None, value=None):
        self.key = key
        self.value = value
        self.prev = self.next = self


class LRU:
    """Doubly linked list with a sentinel."""

    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError(f"bad capacity: {capacity!r}")
        self.capacity = capacity
        self.map = {}
        self.root = Link()
        self.hits = self.misses = 0

    def _unlink(self, link):
        link.prev.next, link.next.prev = link.next, link.prev

    def _front(self, link):
        first = self.root.next
        link.prev, link.next = self.root, first
        self.root.next = first.prev = link

    def get(self, key, default=None):
        link = self.map.get(key)
        if link is None:
            self.misses += 1
            return default
        self.hits += 1
        self._unlink(link)
        self._front(link)
        return link.value

    def put(self, key, value):
        if key in self.map:
            link = self.map[key]
            link.value = value
            self._unlink(link)
        else:
            if len(self.map) >= self.capacity:
                last = self.root.prev
                self._unlink(last)
                del self.map[last.key]
            link = self.map[key] = Link(key, value)
        self._front(link)

    __getitem__ = get
    __setitem__ = put

    def __len__(self):
        return len(self.map)

    def __contains__(self, key):
        return key in self.map

    def __iter__(self):
        link = self.root.next
        while link is not self.root:
            yield link.key
            link = link.next

    def items(self):
        return [(k, self.map[k].value) for k in self]

    def __repr__(self):
        return f"{type(self).__name__}({self.items()}, hits={self.hits}, misses={self.misses})"


class OrderedLRU(OrderedDict):
    def __init__(self, capacity):
        super().__init__()
        self.capacity = capacity

    def use(self, key, make):
        if key in self:
            self.move_to_end(key)
            return self[key]
        value = self[key] = make(key)
        if len(self) > self.capacity:
            old, _ = self.popitem(last=False)
            print("  drop", old)
        return value


class LFU:
    def __init__(self, capacity):
        self.capacity = capacity
        self.values = {}
        self.counts = Counter()
        self.buckets = defaultdict(OrderedDict)

    def touch(self, key):
        n = self.counts[key]
        if n:
            del self.buckets[n][key]
            if not self.buckets[n]:
                del self.buckets[n]
        self.counts[key] += 1
        self.buckets[n + 1][key] = True

    def get(self, key):
        if key not in self.values:
            raise KeyError(key)
        self.touch(key)
        return self.values[key]

    def put(self, key, value):
        if key not in self.values and len(self.values) == self.capacity:
            least = min(self.buckets)
            victim, _ = self.buckets[least].popitem(False)
            if not self.buckets[least]:
                del self.buckets[least]
            del self.values[victim], self.counts[victim]
        self.values[key] = value
        self.touch(key)


def memoize(maxsize=128, *, on_miss=None):
    def decorate(f):
        cache = LRU(maxsize)

        @functools.wraps(f)
        def wrapper(*args):
            value = cache.get(args)
            if value is None:
                if on_miss:
                    on_miss(f.__name__, args)
                value = f(*args)
                cache.put(args, value)
            return value

        return wrapper

    return decorate


c = LRU(3)
for i, word in enumerate("one two three one four one five".split()):
    c.put(word, i)
    print(list(c))
print(c.get("one"), c.get("two"), c["five"], c, len(c), "four" in c, "two" in c)
c["six"] = 66
print(c.items())
try:
    LRU(0)
except ValueError as e:
    print(e)

o = OrderedLRU(2)
for k in "abcabbc":
    print(k, o.use(k, str.upper), list(o))
print(dict(o), len(o))

f = LFU(2)
f.put("x", 1)
f.put("y", 2)
print(f.get("x"), f.get("x"), f.get("y"))
f.put("z", 3)
try:
    f.get("y")
except KeyError as e:
    print("missing", e)
print(sorted(f.values.items()), f.counts.most_common(), {k: list(v) for k, v in f.buckets.items()})


@memoize(maxsize=2)
def slow_square(n):
    """The square."""
    print("  computing", n)
    return n * n


print([slow_square(k) for k in (3, 3, 4, 5, 3)])
print(slow_square.__name__)


@memoize(50, on_miss=lambda name, args: calls.append((name, args)))
def paths(r, c):
    return 1 if not r or not c else paths(r - 1, c) + paths(r, c - 1)


calls = []
print(paths(4, 4), len(calls), calls[:2])


@functools.lru_cache(maxsize=None)
def collatz(n):
    return 0 if n == 1 else 1 + collatz(n // 2 if n % 2 == 0 else 3 * n + 1)


print(max(range(1, 60), key=collatz), collatz.cache_info())
