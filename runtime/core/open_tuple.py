# Tuples whose length is not known at compile time: all items are of one type. tuple(xs) makes them; where one of them
# meets a tuple of known length, that is converted.
from typing import Generic, TypeVar
from weft.lowlevel import GcArray, array_copy, array_len, int_add, int_mul, int_or, int_shl, int_ult, int_ushr, int_xor
from weft.lowlevel import new_array, primitive
from weft.core.sequence import is_same, slice_count, slice_start, slice_stop
from weft.core.text import StringBuilder

__wrapping__ = True

T = TypeVar("T")


def _bad_index() -> None:
    raise IndexError("tuple index out of range")


class tuple_iterator(Generic[T]):
    _items: GcArray[T]
    _at: int

    def __init__(self, items: GcArray[T]) -> None:
        self._items = items
        self._at = 0

    def __iter__(self) -> tuple_iterator[T]:
        return self

    def __next__(self) -> T:
        at = self._at
        if at >= array_len(self._items):
            raise StopIteration
        self._at = at + 1
        return self._items[at]


class tuple_reverseiterator(Generic[T]):
    _items: GcArray[T]
    _at: int

    def __init__(self, items: GcArray[T]) -> None:
        self._items = items
        self._at = array_len(items)

    def __iter__(self) -> tuple_reverseiterator[T]:
        return self

    def __next__(self) -> T:
        at = self._at - 1
        if at < 0:
            raise StopIteration
        self._at = at
        return self._items[at]


@primitive("open_tuple")
class tuple(Generic[T]):
    __slots__ = ()
    _items: GcArray[T]

    def __init__(self, items: GcArray[T]) -> None:
        self._items = items

    def __len__(self) -> int:
        return array_len(self._items)

    def __bool__(self) -> bool:
        return array_len(self._items) != 0

    def __getitem__(self, i: int) -> T:
        n = array_len(self._items)
        if i < 0:
            i += n
        if not int_ult(i, n):
            _bad_index()
        return self._items[i]

    def __getslice__(self, start: int | None, stop: int | None, step: int | None) -> tuple[T, ...]:
        by = 1 if step is None else step
        items = self._items
        n = array_len(items)
        first = slice_start(start, by, n)
        count = slice_count(first, slice_stop(stop, by, n), by)
        target = new_array(count)
        array_copy(target, 0, items, 0, 0)
        i = 0
        while i < count:
            target[i] = items[first]
            first += by
            i += 1
        return tuple(target)

    def __add__(self, other: tuple[T, ...]) -> tuple[T, ...]:
        n = array_len(self._items)
        m = array_len(other._items)
        target = new_array(n + m)
        array_copy(target, 0, self._items, 0, n)
        array_copy(target, n, other._items, 0, m)
        return tuple(target)

    def __mul__(self, times: int) -> tuple[T, ...]:
        n = array_len(self._items)
        if times < 0 or n == 0:
            times = 0
        if times != 0 and n * times // times != n:
            raise MemoryError()
        target = new_array(n * times)
        array_copy(target, 0, self._items, 0, 0)
        i = 0
        while i < times:
            array_copy(target, i * n, self._items, 0, n)
            i += 1
        return tuple(target)

    def __rmul__(self, times: int) -> tuple[T, ...]:
        return self * times

    def _difference(self, other: tuple[T, ...]) -> int:
        # The first position where they differ, or -1.
        i = 0
        while i < array_len(self._items) and i < array_len(other._items):
            if not is_same(self._items[i], other._items[i]):
                return i
            i += 1
        return -1

    def __eq__(self, other: tuple[T, ...]) -> bool:
        return array_len(self._items) == array_len(other._items) and self._difference(other) < 0

    def __ne__(self, other: tuple[T, ...]) -> bool:
        return not self == other

    def __lt__(self, other: tuple[T, ...]) -> bool:
        i = self._difference(other)
        if i < 0:
            return array_len(self._items) < array_len(other._items)
        return self._items[i] < other._items[i]

    def __le__(self, other: tuple[T, ...]) -> bool:
        i = self._difference(other)
        if i < 0:
            return array_len(self._items) <= array_len(other._items)
        return self._items[i] <= other._items[i]

    def __gt__(self, other: tuple[T, ...]) -> bool:
        i = self._difference(other)
        if i < 0:
            return array_len(self._items) > array_len(other._items)
        return self._items[i] > other._items[i]

    def __ge__(self, other: tuple[T, ...]) -> bool:
        i = self._difference(other)
        if i < 0:
            return array_len(self._items) >= array_len(other._items)
        return self._items[i] >= other._items[i]

    def __hash__(self) -> int:
        # As in weft.core.tupleN.
        acc = 2870177450012600261
        n = array_len(self._items)
        i = 0
        while i < n:
            acc = int_add(acc, int_mul(hash(self._items[i]), -4417276706812531889))
            acc = int_mul(int_or(int_shl(acc, 31), int_ushr(acc, 33)), -7046029288634856825)
            i += 1
        acc = int_add(acc, int_xor(n, int_xor(2870177450012600261, 3527539)))
        return 1546275796 if acc == -1 else acc

    def __contains__(self, x: T) -> bool:
        i = 0
        while i < array_len(self._items):
            if is_same(self._items[i], x):
                return True
            i += 1
        return False

    def count(self, x: T) -> int:
        found = 0
        i = 0
        while i < array_len(self._items):
            if is_same(self._items[i], x):
                found += 1
            i += 1
        return found

    def index(self, x: T, start: int = 0, stop: int = 9223372036854775807) -> int:
        n = array_len(self._items)
        i = start
        if i < 0:
            i = i + n if i + n > 0 else 0
        if stop < 0:
            stop += n
        while i < stop and i < n:
            if is_same(self._items[i], x):
                return i
            i += 1
        raise ValueError("tuple.index(x): x not in tuple")

    def __iter__(self) -> tuple_iterator[T]:
        return tuple_iterator(self._items)

    def __reversed__(self) -> tuple_reverseiterator[T]:
        return tuple_reverseiterator(self._items)

    def __repr__(self) -> str:
        n = array_len(self._items)
        out = StringBuilder(n * 4 + 2)
        out.add_char(40)
        i = 0
        while i < n:
            if i > 0:
                out.add(", ")
            out.add(repr(self._items[i]))
            i += 1
        if n == 1:
            out.add_char(44)
        out.add_char(41)
        return out.build()


def tuple_of(items):
    # tuple(items), of anything but a tuple of known length.
    if isinstance(items, tuple):
        return items
    all = list(items)
    n = len(all)
    target = new_array(n)
    array_copy(target, 0, all._items, 0, n)
    return tuple(target)


def star_has(items: tuple[T, ...], i: int) -> bool:
    return i < len(items)


def check_star(items: tuple[T, ...], wanted: int, least: int, most: int, given: int, name: str, params: str) -> None:
    # f(.., *items): for so many parameters, those named; `given` counts the arguments before. The function takes from
    # `least` to `most` positional arguments; `most` < 0: any number.
    n = len(items)
    if n < wanted:
        _refuse_few(name, params.split(",")[n:])
    if most >= 0 and given + n > most:
        plural = " positional argument" if most == 1 else " positional arguments"
        bounds = "" if least == most else "from " + str(least) + " to "
        were = " was given" if given + n == 1 else " were given"
        raise TypeError(name + "() takes " + bounds + str(most) + plural + " but " + str(given + n) + were)


def _refuse_few(name: str, missing: list[str]) -> None:
    quoted = ["'" + x + "'" for x in missing]
    count = len(quoted)
    text = quoted[0]
    if count == 2:
        text = quoted[0] + " and " + quoted[1]
    elif count > 2:
        text = ", ".join(quoted[:-1]) + ", and " + quoted[-1]
    plural = " required positional argument: " if count == 1 else " required positional arguments: "
    raise TypeError(name + "() missing " + str(count) + plural + text)


def rest_of_star(items: tuple[T, ...], first: int) -> tuple[T, ...]:
    return items[first:]


def join_star(first: tuple[T, ...], rest: tuple[T, ...]) -> tuple[T, ...]:
    return first + rest


def map_open(function, items):
    return [function(x) for x in items]


def slice_of(items, start, stop, step):
    # A slice of a tuple of known length by bounds that are not.
    return tuple_of(items[start:stop:step])


def repeat_of(items, times):
    # A tuple of known length, as a list, repeated.
    return tuple_of(items * times)
