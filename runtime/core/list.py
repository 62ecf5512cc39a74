# list[T]
from typing import Generic, TypeVar
from weft.lowlevel import GcArray, array_clear, array_copy, array_len, int_ult, new_array, unset_array
from weft.core.sequence import is_same, slice_count, slice_start, slice_stop
from weft.core.sort import Keyed, Plain, sort_slice
from weft.core.text import StringBuilder

__wrapping__ = True

T = TypeVar("T")

FINISHED = 4611686018427387904  # position of an exhausted iterator
FEW = 6  # items that [*iterator] has room for at first


# Raising stands apart, so that the indexing itself is small enough to be inlined.
def _bad_index() -> None:
    raise IndexError("list index out of range")


def _bad_assignment() -> None:
    raise IndexError("list assignment index out of range")


class list_iterator(Generic[T]):
    _list: list[T]
    _at: int

    def __init__(self, items: list[T]) -> None:
        self._list = items
        self._at = 0

    def __iter__(self) -> list_iterator[T]:
        return self

    def __next__(self) -> T:
        at = self._at
        items = self._list
        if at >= items._length:
            self._at = FINISHED
            raise StopIteration
        self._at = at + 1
        return items._items[at]


class list_reverseiterator(Generic[T]):
    _list: list[T]
    _at: int

    def __init__(self, items: list[T]) -> None:
        self._list = items
        self._at = items._length - 1

    def __iter__(self) -> list_reverseiterator[T]:
        return self

    def __next__(self) -> T:
        at = self._at
        items = self._list
        if at < 0 or at >= items._length:
            self._at = -1
            raise StopIteration
        self._at = at - 1
        return items._items[at]


class list(Generic[T]):
    __slots__ = ()
    _length: int
    _items: GcArray[T]
    _is_in_repr: bool

    def __init__(self, items=()):
        self._length = 0
        self._items = new_array(0)
        self.extend(items)

    # ---- size ----

    def _resize(self, length: int) -> None:
        # Sets the length; the capacity grows by a half more than needed, by a quarter where that is much.
        items = self._items
        if length > array_len(items):
            larger = unset_array((length + (length >> (1 if length < 65536 else 2)) + 6) & -4)
            array_copy(larger, 0, items, 0, self._length)
            self._items = larger
        self._length = length

    def _start(self, length: int) -> None:
        # Of a new list: room for exactly so many items.
        self._items = unset_array(length)
        self._length = length

    def _shrink(self, length: int) -> None:
        items = self._items
        i = length
        while i < self._length:
            array_clear(items, i)
            i += 1
        self._length = length
        if length < (array_len(items) >> 1) - 8:
            smaller = unset_array(length)
            array_copy(smaller, 0, items, 0, length)
            self._items = smaller

    def __len__(self) -> int:
        return self._length

    def __bool__(self) -> bool:
        return self._length != 0

    # ---- items ----

    def __getitem__(self, i: int) -> T:
        n = self._length
        if i < 0:
            i += n
        if not int_ult(i, n):
            _bad_index()
        return self._items[i]

    def __setitem__(self, i: int, x: T) -> None:
        n = self._length
        if i < 0:
            i += n
        if not int_ult(i, n):
            _bad_assignment()
        self._items[i] = x

    def __delitem__(self, i: int) -> None:
        n = self._length
        if i < 0:
            i += n
        if i < 0 or i >= n:
            raise IndexError("list assignment index out of range")
        self._remove_at(i)

    def _remove_at(self, i: int) -> None:
        n = self._length - 1
        items = self._items
        array_copy(items, i, items, i + 1, n - i)
        self._shrink(n)

    def append(self, x: T) -> None:
        n = self._length
        items = self._items
        if n < array_len(items):
            self._length = n + 1
            items[n] = x
        else:
            self._resize(n + 1)
            self._items[n] = x

    def insert(self, i: int, x: T) -> None:
        n = self._length
        if i < 0:
            i += n
            if i < 0:
                i = 0
        if i > n:
            i = n
        self._resize(n + 1)
        items = self._items
        array_copy(items, i + 1, items, i, n - i)
        items[i] = x

    def pop(self, i: int = -1) -> T:
        n = self._length
        if n == 0:
            raise IndexError("pop from empty list")
        if i < 0:
            i += n
        if i < 0 or i >= n:
            raise IndexError("pop index out of range")
        items = self._items
        x = items[i]
        if i == n - 1:
            array_clear(items, i)
            self._length = i
            if i < (array_len(items) >> 1) - 8:
                self._shrink(i)
        else:
            self._remove_at(i)
        return x

    def clear(self) -> None:
        self._length = 0
        self._items = new_array(0)

    def remove(self, x: T) -> None:
        i = 0
        while i < self._length:
            if is_same(self._items[i], x):
                self._remove_at(i)
                return
            i += 1
        raise ValueError("list.remove(x): x not in list")

    def extend(self, items):
        if isinstance(items, list) and type(items) is list:  # a subclass may be iterated otherwise
            self._extend(items)
        elif items is None:
            raise TypeError("'NoneType' object is not iterable")
        else:
            for x in items:
                self.append(x)

    def _extend_starred(self, items, more: int):
        # [.., *items, ..] with room for so many items more, which _put adds
        if isinstance(items, list) and type(items) is list:
            n = self._length
            m = items._length
            self._reserve(n + m + more)
            array_copy(self._items, n, items._items, 0, m)
            self._length = n + m
        elif items is None:
            raise TypeError("Value after * must be an iterable, not NoneType")
        else:
            self._reserve(self._length + FEW + more)
            for x in items:
                self.append(x)
            self._reserve(self._length + more)

    def _reserve(self, capacity: int) -> None:
        items = self._items
        if capacity > array_len(items):
            larger = unset_array(capacity)
            array_copy(larger, 0, items, 0, self._length)
            self._items = larger

    def _put(self, x: T) -> None:
        n = self._length
        self._items[n] = x
        self._length = n + 1

    def _extend(self, other: list[T]) -> None:
        n = self._length
        m = other._length
        self._resize(n + m)
        array_copy(self._items, n, other._items, 0, m)

    def copy(self) -> list[T]:
        n = self._length
        result: list[T] = []
        result._start(n)
        array_copy(result._items, 0, self._items, 0, n)
        return result

    # ---- searching ----

    def index(self, x: T, start: int = 0, stop: int = 9223372036854775807) -> int:
        n = self._length
        if start < 0:
            start += n
            if start < 0:
                start = 0
        if stop < 0:
            stop += n
        i = start
        while i < stop and i < self._length:
            if is_same(self._items[i], x):
                return i
            i += 1
        raise ValueError(repr(x) + " is not in list")

    def count(self, x: T) -> int:
        found = 0
        i = 0
        while i < self._length:
            if is_same(self._items[i], x):
                found += 1
            i += 1
        return found

    def __contains__(self, x: T) -> bool:
        i = 0
        while i < self._length:
            if is_same(self._items[i], x):
                return True
            i += 1
        return False

    # ---- order ----

    def reverse(self) -> None:
        items = self._items
        i = 0
        j = self._length - 1
        while i < j:
            x = items[i]
            items[i] = items[j]
            items[j] = x
            i += 1
            j -= 1

    def sort(self, *, key=None, reverse=False):
        # Meanwhile the list is empty, as in CPython.
        n = self._length
        items = self._items
        self._length = 0
        self._items = new_array(0)
        try:
            if key is None:
                sort_slice(Plain(items), n, bool(reverse))
            else:
                keys = unset_array(n)
                i = 0
                while i < n:
                    keys[i] = key(items[i])
                    i += 1
                sort_slice(Keyed(keys, items), n, bool(reverse))
        finally:
            is_changed = self._length != 0 or array_len(self._items) != 0
            self._length = n
            self._items = items
        if is_changed:
            raise ValueError("list modified during sort")

    # ---- slices ----

    def __getslice__(self, start: int | None, stop: int | None, step: int | None) -> list[T]:
        by = 1 if step is None else step
        n = self._length
        first = slice_start(start, by, n)
        count = slice_count(first, slice_stop(stop, by, n), by)
        items = self._items
        result: list[T] = []
        result._start(count)
        target = result._items
        if by == 1:
            array_copy(target, 0, items, first, count)
            return result
        i = 0
        while i < count:
            target[i] = items[first]
            first += by
            i += 1
        return result

    def __setslice__(self, start: int | None, stop: int | None, step: int | None, value):
        values = value if isinstance(value, list) and type(value) is list else list(value)
        by = 1 if step is None else step
        n = self._length
        first = slice_start(start, by, n)
        last = slice_stop(stop, by, n)
        if by == 1:
            self._replace(first, last if last > first else first, values)
        else:
            self._replace_steps(first, by, slice_count(first, last, by), values)

    def _replace(self, first: int, last: int, values: list[T]) -> None:
        if values is self:
            values = values.copy()
        n = self._length
        count = values._length
        length = n + count - (last - first)
        if length > n:
            self._resize(length)
        items = self._items
        array_copy(items, first + count, items, last, n - last)
        array_copy(items, first, values._items, 0, count)
        if length < n:
            self._shrink(length)

    def _replace_steps(self, first: int, by: int, count: int, values: list[T]) -> None:
        if values is self:
            values = values.copy()
        if values._length != count:
            sizes = str(values._length) + " to extended slice of size " + str(count)
            raise ValueError("attempt to assign sequence of size " + sizes)
        items = self._items
        i = 0
        while i < count:
            items[first] = values._items[i]
            first += by
            i += 1

    def __delslice__(self, start: int | None, stop: int | None, step: int | None) -> None:
        by = 1 if step is None else step
        n = self._length
        first = slice_start(start, by, n)
        count = slice_count(first, slice_stop(stop, by, n), by)
        if count == 0:
            return
        if by < 0:
            first += (count - 1) * by
            by = -by
        items = self._items
        to = first
        i = 0
        while i < count:
            end = first + by if i < count - 1 else n
            array_copy(items, to, items, first + 1, end - first - 1)
            to += end - first - 1
            first = end
            i += 1
        self._shrink(n - count)

    # ---- operators ----

    def __add__(self, other: list[T]) -> list[T]:
        n = self._length
        m = other._length
        result: list[T] = []
        result._start(n + m)
        array_copy(result._items, 0, self._items, 0, n)
        array_copy(result._items, n, other._items, 0, m)
        return result

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __mul__(self, times: int) -> list[T]:
        n = self._length
        result: list[T] = []
        if times <= 0 or n == 0:
            return result
        if n * times // times != n:
            raise MemoryError()
        count = n * times
        result._start(count)
        items = result._items
        if n == 1:
            x = self._items[0]
            i = 0
            while i < count:
                items[i] = x
                i += 1
            return result
        array_copy(items, 0, self._items, 0, n)
        _repeat(items, n, count)
        return result

    def __rmul__(self, times: int) -> list[T]:
        return self * times

    def __imul__(self, times: int) -> list[T]:
        if times <= 0:
            self.clear()
        else:
            n = self._length
            self._resize(n * times)
            _repeat(self._items, n, n * times)
        return self

    def __eq__(self, other: list[T]) -> bool:
        if self._length != other._length:
            return False
        i = 0
        while i < self._length and i < other._length:
            if not is_same(self._items[i], other._items[i]):
                return False
            i += 1
        return self._length == other._length

    def __ne__(self, other: list[T]) -> bool:
        return not self == other

    def _difference(self, other: list[T]) -> int:
        # The first position where they differ, or -1.
        i = 0
        while i < self._length and i < other._length:
            if not is_same(self._items[i], other._items[i]):
                return i
            i += 1
        return -1

    def __lt__(self, other: list[T]) -> bool:
        i = self._difference(other)
        if i < 0:
            return self._length < other._length
        return self._items[i] < other._items[i]

    def __le__(self, other: list[T]) -> bool:
        i = self._difference(other)
        if i < 0:
            return self._length <= other._length
        return self._items[i] <= other._items[i]

    def __gt__(self, other: list[T]) -> bool:
        i = self._difference(other)
        if i < 0:
            return self._length > other._length
        return self._items[i] > other._items[i]

    def __ge__(self, other: list[T]) -> bool:
        i = self._difference(other)
        if i < 0:
            return self._length >= other._length
        return self._items[i] >= other._items[i]

    def __iter__(self) -> list_iterator[T]:
        return list_iterator(self)

    def __reversed__(self) -> list_reverseiterator[T]:
        return list_reverseiterator(self)

    def __repr__(self) -> str:
        if self._length == 0:
            return "[]"
        if self._is_in_repr:
            return "[...]"
        self._is_in_repr = True
        try:
            out = StringBuilder(self._length * 4)
            out.add_char(91)
            i = 0
            while i < self._length:
                if i > 0:
                    out.add(", ")
                out.add(repr(self._items[i]))
                i += 1
            out.add_char(93)
        finally:
            self._is_in_repr = False
        return out.build()


def _repeat(items, n, count):
    # Fills the items n..count with copies of the first n.
    while n < count:
        part = n if n <= count - n else count - n
        array_copy(items, n, items, 0, part)
        n += part
