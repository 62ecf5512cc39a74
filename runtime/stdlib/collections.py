# collections
from typing import Generic, TypeVar
from weft.lowlevel import GcArray, array_clear, array_len, int_shl, int_ult, keyword_names, map_tuple, new_array
from weft.core.dict import DELETED, _named_setter
from weft.core.namedtuple import namedtuple
from weft.core.sequence import is_same
from weft.core.text import StringBuilder

T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")
F = TypeVar("F")


# ---- deque: a ring ------------------------------------------------------------------------


class _deque_iterator(Generic[T]):
    _deque: deque[T]
    _at: int
    _state: int

    def __init__(self, items: deque[T]) -> None:
        self._deque = items
        self._at = 0
        self._state = items._state

    def __iter__(self) -> _deque_iterator[T]:
        return self

    def __next__(self) -> T:
        items = self._deque
        at = self._at
        if self._state != items._state:
            self._at = items._length
            raise RuntimeError("deque mutated during iteration")
        if at >= items._length:
            raise StopIteration
        self._at = at + 1
        return items._items[items._first + at & items._mask]


class _deque_reverse_iterator(Generic[T]):
    _deque: deque[T]
    _left: int
    _state: int

    def __init__(self, items: deque[T]) -> None:
        self._deque = items
        self._left = items._length
        self._state = items._state

    def __iter__(self) -> _deque_reverse_iterator[T]:
        return self

    def __next__(self) -> T:
        items = self._deque
        left = self._left
        if self._state != items._state:
            self._left = 0
            raise RuntimeError("deque mutated during iteration")
        if left <= 0:
            raise StopIteration
        self._left = left - 1
        return items._items[items._first + left - 1 & items._mask]


class deque(Generic[T]):
    __slots__ = ()
    _items: GcArray[T]  # as many as a power of two
    _mask: int
    _first: int
    _length: int
    _limit: int  # maxlen, -1: none
    _state: int  # counts changes
    _is_in_repr: bool

    def __init__(self, iterable=(), maxlen=None):
        self._start(-1 if maxlen is None else _checked_maxlen(maxlen))
        self.extend(iterable)

    def _start(self, limit: int) -> None:
        self._items = new_array(8)
        self._mask = 7
        self._first = 0
        self._length = 0
        self._limit = limit
        self._state = 0

    @property
    def maxlen(self) -> int | None:
        return None if self._limit < 0 else self._limit

    def _grow(self) -> None:
        n = self._length
        old = self._items
        first = self._first
        mask = self._mask
        items = new_array(int_shl(n, 1))
        i = 0
        while i < n:
            items[i] = old[first + i & mask]
            i += 1
        self._items = items
        self._first = 0
        self._mask = array_len(items) - 1

    # ---- the ends ----

    def append(self, x: T) -> None:
        if self._limit >= 0 and self._length >= self._limit:
            if self._limit == 0:
                return
            self.popleft()
        if self._length > self._mask:
            self._grow()
        self._items[self._first + self._length & self._mask] = x
        self._length += 1
        self._state += 1

    def appendleft(self, x: T) -> None:
        if self._limit >= 0 and self._length >= self._limit:
            if self._limit == 0:
                return
            self.pop()
        if self._length > self._mask:
            self._grow()
        first = self._first - 1 & self._mask
        self._items[first] = x
        self._first = first
        self._length += 1
        self._state += 1

    def pop(self) -> T:
        n = self._length - 1
        if n < 0:
            raise IndexError("pop from an empty deque")
        at = self._first + n & self._mask
        items = self._items
        x = items[at]
        array_clear(items, at)
        self._length = n
        self._state += 1
        return x

    def popleft(self) -> T:
        n = self._length - 1
        if n < 0:
            raise IndexError("pop from an empty deque")
        at = self._first
        items = self._items
        x = items[at]
        array_clear(items, at)
        self._first = at + 1 & self._mask
        self._length = n
        self._state += 1
        return x

    def extend(self, iterable):
        if iterable is self:
            for x in list(iterable):
                self.append(x)
        else:
            for x in iterable:
                self.append(x)

    def extendleft(self, iterable):
        if iterable is self:
            for x in list(iterable):
                self.appendleft(x)
        else:
            for x in iterable:
                self.appendleft(x)

    def rotate(self, n: int = 1) -> None:
        length = self._length
        if length <= 1:
            return
        n %= length
        if n > length >> 1:
            n -= length
        while n > 0:
            self._rotate_right()
            n -= 1
        while n < 0:
            self._rotate_left()
            n += 1
        self._state += 1

    def _rotate_right(self) -> None:
        items = self._items
        last = self._first + self._length - 1 & self._mask
        x = items[last]
        array_clear(items, last)
        self._first = self._first - 1 & self._mask
        items[self._first] = x

    def _rotate_left(self) -> None:
        items = self._items
        first = self._first
        x = items[first]
        array_clear(items, first)
        self._first = first + 1 & self._mask
        items[first + self._length & self._mask] = x

    def clear(self) -> None:
        if self._length > 0:
            self._items = new_array(8)
            self._mask = 7
            self._first = 0
            self._length = 0
            self._state += 1

    # ---- items ----

    def __len__(self) -> int:
        return self._length

    def __bool__(self) -> bool:
        return self._length != 0

    def _place(self, i: int) -> int:
        n = self._length
        if i < 0:
            i += n
        if not int_ult(i, n):
            _bad_index()
        return self._first + i & self._mask

    def __getitem__(self, i: int) -> T:
        return self._items[self._place(i)]

    def __setitem__(self, i: int, x: T) -> None:
        self._items[self._place(i)] = x

    def __delitem__(self, i: int) -> None:
        self._remove_at(self._place(i) - self._first & self._mask)

    def _remove_at(self, i: int) -> None:
        items = self._items
        while i > 0:
            items[self._first + i & self._mask] = items[self._first + i - 1 & self._mask]
            i -= 1
        self.popleft()

    def insert(self, i: int, x: T) -> None:
        n = self._length
        if n == self._limit:
            raise IndexError("deque already at its maximum size")
        if i < 0:
            i += n
        self.append(x)
        if i < 0:
            i = 0
        items = self._items
        at = n
        while at > i:
            items[self._first + at & self._mask] = items[self._first + at - 1 & self._mask]
            at -= 1
        items[self._first + at & self._mask] = x

    def remove(self, x: T) -> None:
        i = 0
        while i < self._length:
            state = self._state
            if is_same(self[i], x):
                if state != self._state:
                    raise IndexError("deque mutated during remove().")
                self._remove_at(i)
                return
            i += 1
        raise ValueError(repr(x) + " is not in deque")

    def reverse(self) -> None:
        i = 0
        j = self._length - 1
        while i < j:
            x = self[i]
            self[i] = self[j]
            self[j] = x
            i += 1
            j -= 1

    def copy(self) -> deque[T]:
        result: deque[T] = deque()
        result._limit = self._limit
        for x in self:
            result.append(x)
        return result

    def __copy__(self) -> deque[T]:
        return self.copy()

    def index(self, x: T, start: int = 0, stop: int = 9223372036854775807) -> int:
        n = self._length
        if start < 0:
            start += n
            if start < 0:
                start = 0
        if stop < 0:
            stop += n
        if stop > n:
            stop = n
        i = start
        while i < stop:
            state = self._state
            if is_same(self[i], x):
                return i
            if state != self._state:
                raise RuntimeError("deque mutated during iteration")
            i += 1
        raise ValueError(repr(x) + " is not in deque")

    def count(self, x: T) -> int:
        found = 0
        for y in self:
            if is_same(y, x):
                found += 1
        return found

    def __contains__(self, x: T) -> bool:
        for y in self:
            if is_same(y, x):
                return True
        return False

    # ---- operators ----

    def __add__(self, other: deque[T]) -> deque[T]:
        result = self.copy()
        for x in other:
            result.append(x)
        return result

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __mul__(self, times: int) -> deque[T]:
        result = self.copy()
        result._repeat(times)
        return result

    def __rmul__(self, times: int) -> deque[T]:
        return self * times

    def __imul__(self, times: int) -> deque[T]:
        self._repeat(times)
        return self

    def _repeat(self, times: int) -> None:
        if times <= 0:
            self.clear()
        once = list(self)
        while times > 1:
            for x in once:
                self.append(x)
            times -= 1

    def __hash__(self) -> int:
        raise TypeError("unhashable type: 'collections.deque'")

    def __eq__(self, other: deque[T]) -> bool:
        return self._length == other._length and self._difference(other) < 0

    def __ne__(self, other: deque[T]) -> bool:
        return not self == other

    def _difference(self, other: deque[T]) -> int:
        # The first position where they differ, or -1.
        i = 0
        while i < self._length and i < other._length:
            if not is_same(self[i], other[i]):
                return i
            i += 1
        return -1

    def __lt__(self, other: deque[T]) -> bool:
        i = self._difference(other)
        return self._length < other._length if i < 0 else self[i] < other[i]

    def __le__(self, other: deque[T]) -> bool:
        i = self._difference(other)
        return self._length <= other._length if i < 0 else self[i] <= other[i]

    def __gt__(self, other: deque[T]) -> bool:
        i = self._difference(other)
        return self._length > other._length if i < 0 else self[i] > other[i]

    def __ge__(self, other: deque[T]) -> bool:
        i = self._difference(other)
        return self._length >= other._length if i < 0 else self[i] >= other[i]

    def __iter__(self) -> _deque_iterator[T]:
        return _deque_iterator(self)

    def __reversed__(self) -> _deque_reverse_iterator[T]:
        return _deque_reverse_iterator(self)

    def __repr__(self):
        return self._shown_as(type(self).__name__)

    def _shown_as(self, name: str) -> str:
        if self._is_in_repr:
            return "[...]"
        self._is_in_repr = True
        try:
            out = StringBuilder(self._length * 4)
            out.add(name + "([")
            i = 0
            while i < self._length:
                if i > 0:
                    out.add(", ")
                out.add(repr(self[i]))
                i += 1
            out.add("]" if self._limit < 0 else "], maxlen=" + repr(self._limit))
            out.add(")")
        finally:
            self._is_in_repr = False
        return out.build()


def _bad_index() -> None:
    raise IndexError("deque index out of range")


def _checked_maxlen(maxlen: int) -> int:
    if maxlen < 0:
        raise ValueError("maxlen must be non-negative")
    return maxlen


# ---- defaultdict --------------------------------------------------------------------------


class defaultdict(dict[K, V], Generic[K, V, F]):
    __slots__ = ()
    default_factory: F

    def __init__(self, default_factory=None, items=None, **named):
        self.clear()
        self.default_factory = default_factory
        if items is not None:
            self.update(items)
        map_tuple(_named_setter(self, keyword_names(named)), named)

    def __getitem__(self, key):
        at = self._find(key, hash(key))
        if at < 0:
            return self.__missing__(key)
        return self._values[at]

    def __hash__(self) -> int:
        raise TypeError("unhashable type: 'collections.defaultdict'")

    def __missing__(self, key):
        factory = self.default_factory
        if factory is None:
            raise KeyError(key)
        value = factory()
        self[key] = value
        return value

    def copy(self):
        return defaultdict(self.default_factory, self)

    def __repr__(self):
        return type(self).__name__ + "(" + repr(self.default_factory) + ", " + super().__repr__() + ")"


# ---- OrderedDict --------------------------------------------------------------------------


class OrderedDict(dict[K, V], Generic[K, V]):
    _swept: GcArray[int]  # the `_hashes` of which the first `_live` entries are deleted
    _live: int

    def __init__(self, items=()):
        self.clear()
        self._swept = self._hashes
        self._live = 0
        self.update(items)

    def __hash__(self) -> int:
        raise TypeError("unhashable type: 'collections.OrderedDict'")

    def _front(self) -> int:
        # The first entry. What has been found deleted once is not looked at again.
        if self._swept is not self._hashes:
            self._swept = self._hashes
            self._live = 0
        at = self._live
        while self._hashes[at] == DELETED:
            at += 1
        self._live = at
        return at

    def popitem(self, last=True):
        if self._used == 0:
            raise KeyError("dictionary is empty")
        return super().popitem() if last else self._pop_front()

    def _pop_front(self) -> tuple[K, V]:
        at = self._front()
        item = (self._keys[at], self._values[at])
        self._delete(at)
        return item

    def move_to_end(self, key: K, last: bool = True) -> None:
        h = hash(key)
        at = self._find(key, h)
        if at < 0:
            raise KeyError(key)
        value = self._values[at]
        key = self._keys[at]
        self._delete(at)
        if last:
            self._insert(key, h, value)
        else:
            self._insert_front(key, h, value)

    def _insert_front(self, key: K, h: int, value: V) -> None:
        old = self.copy()
        self.clear()
        self._insert(key, h, value)
        self._update(old)

    def copy(self) -> OrderedDict[K, V]:
        result: OrderedDict[K, V] = OrderedDict()
        result._update(self)
        return result

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return super().__eq__(other) and list(self) == list(other)
        return super().__eq__(other)

    def __ne__(self, other):
        return not self == other

    def __repr__(self):
        return type(self).__name__ + ("(" + repr(list(self.items())) + ")" if self._used > 0 else "()")


# ---- Counter ------------------------------------------------------------------------------


class _elements:
    def __init__(self, counter):
        self._it = iter(counter.items())
        self._left = 0

    def __iter__(self):
        return self

    def __next__(self):
        while self._left <= 0:
            self._key, self._left = next(self._it)
        self._left -= 1
        return self._key


class _NamedAdder:
    # Adds the counts given as keywords, one a call.
    def __init__(self, counter, names):
        self._counter = counter
        self._names = names
        self._at = 0

    def __call__(self, count):
        self._counter._add(self._names[self._at], count)
        self._at += 1


class Counter(dict[K, V], Generic[K, V]):
    def __init__(self, iterable=None, **counts):
        self.clear()
        if iterable is not None:
            self.update(iterable)
        map_tuple(_NamedAdder(self, keyword_names(counts)), counts)

    def __getitem__(self, key):
        at = self._find(key, hash(key))
        return 0 if at < 0 else self._values[at]

    def __missing__(self, key):
        return 0

    def __delitem__(self, key: K) -> None:
        at = self._find(key, hash(key))
        if at >= 0:
            self._delete(at)

    def update(self, iterable):
        if isinstance(iterable, dict):
            for key, count in iterable.items():
                self._add(key, count)
        else:
            for key in iterable:
                self._add(key, 1)

    def subtract(self, iterable):
        if isinstance(iterable, dict):
            for key, count in iterable.items():
                self._add(key, -count)
        else:
            for key in iterable:
                self._add(key, -1)

    def _add(self, key, count):
        h = hash(key)
        at = self._find(key, h)
        if at < 0:
            self._insert(key, h, count)
        else:
            self._values[at] = self._values[at] + count

    def most_common(self, n=None):
        ordered = sorted(self.items(), key=_count_of, reverse=True)
        return ordered if n is None else ordered[: max(n, 0)]

    def elements(self):
        return _elements(self)

    def total(self):
        return sum(self.values())

    def copy(self):
        return Counter(self)

    # ---- arithmetic: what is left are positive counts ----

    def _keep_positive(self):
        for key in [key for key, count in self.items() if not count > 0]:
            del self[key]
        return self

    def __add__(self, other):
        result = Counter(self)
        result.update(other)
        return result._keep_positive()

    def __sub__(self, other):
        result = Counter(self)
        result.subtract(other)
        return result._keep_positive()

    def __or__(self, other):
        result = Counter(self)
        for key, count in other.items():
            if key not in result or result[key] < count:
                result[key] = count
        return result._keep_positive()

    def __and__(self, other):
        result = Counter(self)
        for key, count in self.items():
            if other[key] < count:
                result[key] = other[key]
        return result._keep_positive()

    def __pos__(self):
        return Counter(self)._keep_positive()

    def __neg__(self):
        result = Counter(self)
        for key, count in self.items():
            result[key] = -count
        return result._keep_positive()

    def __iadd__(self, other):
        self.update(other)
        return self._keep_positive()

    def __isub__(self, other):
        self.subtract(other)
        return self._keep_positive()

    def __ior__(self, other):
        for key, count in other.items():
            if self[key] < count:
                self[key] = count
        return self._keep_positive()

    def __iand__(self, other):
        for key, count in self.items():
            if other[key] < count:
                self[key] = other[key]
        return self._keep_positive()

    # ---- comparison: a missing key counts 0 ----

    def __eq__(self, other):
        return self <= other and other <= self if isinstance(other, Counter) else super().__eq__(other)

    def __ne__(self, other):
        return not self == other

    def __le__(self, other):
        for key in self:
            if not self[key] <= other[key]:
                return False
        for key in other:
            if not self[key] <= other[key]:
                return False
        return True

    def __lt__(self, other):
        return self <= other and self != other

    def __ge__(self, other):
        return other <= self

    def __gt__(self, other):
        return other <= self and self != other

    def __repr__(self):
        name = type(self).__name__
        if self._used == 0:
            return name + "()"
        out = StringBuilder(self._used * 8)
        before = name + "({"
        for key, count in self.most_common():
            out.add(before)
            out.add(repr(key))
            out.add(": ")
            out.add(repr(count))
            before = ", "
        out.add("})")
        return out.build()


def _count_of(item):
    return item[1]


# Several dicts seen as one: the first that has a key gives its value, and is the one that is changed.
class ChainMap:
    _weft_compares = True

    def __init__(self, *maps):
        found = []
        for m in maps:
            found.append(m)
        if len(found) == 0:
            found.append({})
        self.maps = found

    def __getitem__(self, key):
        for m in self.maps:
            if key in m:
                return m[key]
        return self.__missing__(key)

    def __missing__(self, key):
        raise KeyError(key)

    def get(self, key, default=None):
        for m in self.maps:
            if key in m:
                return m[key]
        return default

    def _merged(self):
        # In CPython's order: the last dict's keys first.
        merged = {}
        for m in reversed(self.maps):
            for key in m:
                merged[key] = m[key]
        return merged

    def __len__(self):
        return len(self._merged())

    def __iter__(self):
        return iter(list(self._merged()))

    def __contains__(self, key):
        for m in self.maps:
            if key in m:
                return True
        return False

    def __bool__(self):
        for m in self.maps:
            if m:
                return True
        return False

    def keys(self):
        return self._merged().keys()

    def values(self):
        return self._first().values()

    def items(self):
        return self._first().items()

    def _first(self):
        merged = self._merged()
        for key in merged:
            merged[key] = self[key]
        return merged

    def __repr__(self):
        return type(self).__name__ + "(" + ", ".join([repr(m) for m in self.maps]) + ")"

    def __hash__(self) -> int:
        raise TypeError("unhashable type: 'ChainMap'")

    def __eq__(self, other):
        if isinstance(other, ChainMap):
            return self._first() == other._first()
        return self._first() == other

    def new_child(self, m=None):
        child = ChainMap(self.maps[0])
        child.maps = [{} if m is None else m]
        child.maps.extend(self.maps)
        return child

    @property
    def parents(self):
        rest = ChainMap(self.maps[0])
        rest.maps = self.maps[1:]
        return rest

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        if key not in self.maps[0]:
            raise KeyError("Key not found in the first mapping: " + repr(key))
        del self.maps[0][key]

    def pop(self, key, *default):
        if key not in self.maps[0] and len(default) == 0:
            raise KeyError("Key not found in the first mapping: " + repr(key))
        return self.maps[0].pop(key, *default)

    def setdefault(self, key, default=None):
        if key in self:
            return self[key]
        self[key] = default
        return default

    def update(self, other):
        for key in other:
            self.maps[0][key] = other[key]

    def clear(self):
        self.maps[0].clear()

    def copy(self):
        same = ChainMap(self.maps[0])
        same.maps = [self.maps[0].copy()] + self.maps[1:]
        return same
