# test: lang
# A typical program.
"""An LRU cache class, a TTL cache, memoised functions."""
from collections import OrderedDict
from functools import lru_cache, wraps


class LRUCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.data = OrderedDict()
        self.hits = self.misses = 0

    def get(self, key, default=None):
        if key not in self.data:
            self.misses += 1
            return default
        self.hits += 1
        self.data.move_to_end(key)
        return self.data[key]

    def put(self, key, value):
        if key in self.data:
            self.data.move_to_end(key)
        self.data[key] = value
        if len(self.data) > self.capacity:
            old, _ = self.data.popitem(last=False)
            print("evict", old)

    def __contains__(self, key):
        return key in self.data

    def __len__(self):
        return len(self.data)

    def __repr__(self):
        inner = ", ".join(f"{k!r}: {v!r}" for k, v in self.data.items())
        return f"{self.__class__.__name__}({{{inner}}}, {self.hits}/{self.hits + self.misses})"


class Node:
    __slots__ = ("key", "value", "prev", "next")

    def __init__(self, key=None, value=None):
        self.key, self.value = key, value
        self.prev = self.next = None


class LinkedLRU:
    def __init__(self, size):
        self.size = size
        self.map = {}
        self.head, self.tail = Node(), Node()
        self.head.next = self.tail
        self.tail.prev = self.head

    def _unlink(self, n):
        n.prev.next, n.next.prev = n.next, n.prev

    def _front(self, n):
        n.next, n.prev = self.head.next, self.head
        self.head.next.prev = n
        self.head.next = n

    def __getitem__(self, key):
        n = self.map[key]
        self._unlink(n)
        self._front(n)
        return n.value

    def __setitem__(self, key, value):
        if key in self.map:
            self._unlink(self.map[key])
        n = self.map[key] = Node(key, value)
        self._front(n)
        if len(self.map) > self.size:
            last = self.tail.prev
            self._unlink(last)
            del self.map[last.key]

    def keys(self):
        out, n = [], self.head.next
        while n is not self.tail:
            out.append(n.key)
            n = n.next
        return out


def counted(f):
    @wraps(f)
    def wrapper(*args):
        wrapper.calls += 1
        return f(*args)

    wrapper.calls = 0
    return wrapper


@lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@lru_cache(maxsize=3)
def square(n):
    print("computing", n)
    return n * n


c = LRUCache(2)
c.put("a", 1)
c.put("b", 2)
print(c.get("a"), c.get("x", -1))
c.put("c", 3)
print(c, "b" in c, len(c))
lru = LinkedLRU(3)
for i, k in enumerate("abcad"):
    lru[k] = i
print(lru.keys(), lru["c"], lru.keys())
try:
    lru["b"]
except KeyError as e:
    print("KeyError", e)
print(fib(80), fib.cache_info())
print([square(i) for i in (1, 2, 3, 1, 4, 2, 1)])
print(square.cache_info().hits, square.cache_info())
square.cache_clear()
print(square.cache_info())
