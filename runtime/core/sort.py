# The stable merge sort of list.sort: the same runs, merges and comparisons as CPython 3.11's, so that also
# items without a consistent order come out alike.
#
# What is sorted is a slice: Plain (items) or Keyed (keys, each with an item that moves along). Everything has a signature,
# so that it is analysed once for each type of slice, not for each call of sort.
from typing import Generic, TypeVar
from weft.lowlevel import GcArray, array_copy, int_shl, int_shr, new_array, unset_array

__wrapping__ = True

MIN_GALLOP = 7

K = TypeVar("K")
T = TypeVar("T")
S = TypeVar("S")  # Plain or Keyed


class Plain(Generic[K]):
    keys: GcArray[K]

    def __init__(self, keys: GcArray[K]) -> None:
        self.keys = keys

    def fresh(self, n: int) -> Plain[K]:
        return Plain(_like(self.keys, n))

    def set(self, to: int, source: Plain[K], i: int) -> None:
        self.keys[to] = source.keys[i]

    def move(self, to: int, source: Plain[K], i: int, n: int) -> None:
        array_copy(self.keys, to, source.keys, i, n)

    def rotate(self, at: int, i: int) -> None:
        # The item at i moves down to `at`.
        keys = self.keys
        x = keys[i]
        array_copy(keys, at + 1, keys, at, i - at)
        keys[at] = x

    def reverse(self, low: int, high: int) -> None:
        _reverse(self.keys, low, high)


class Keyed(Generic[K, T]):
    keys: GcArray[K]
    items: GcArray[T]

    def __init__(self, keys: GcArray[K], items: GcArray[T]) -> None:
        self.keys = keys
        self.items = items

    def fresh(self, n: int) -> Keyed[K, T]:
        return Keyed(_like(self.keys, n), _like(self.items, n))

    def set(self, to: int, source: Keyed[K, T], i: int) -> None:
        self.keys[to] = source.keys[i]
        self.items[to] = source.items[i]

    def move(self, to: int, source: Keyed[K, T], i: int, n: int) -> None:
        array_copy(self.keys, to, source.keys, i, n)
        array_copy(self.items, to, source.items, i, n)

    def rotate(self, at: int, i: int) -> None:
        keys = self.keys
        x = keys[i]
        array_copy(keys, at + 1, keys, at, i - at)
        keys[at] = x
        items = self.items
        y = items[i]
        array_copy(items, at + 1, items, at, i - at)
        items[at] = y

    def reverse(self, low: int, high: int) -> None:
        _reverse(self.keys, low, high)
        _reverse(self.items, low, high)


def _like(a: GcArray[T], n: int) -> GcArray[T]:
    b = unset_array(n)
    array_copy(b, 0, a, 0, 0)
    return b


def _reverse(a: GcArray[T], low: int, high: int) -> None:
    high -= 1
    while low < high:
        x = a[low]
        a[low] = a[high]
        a[high] = x
        low += 1
        high -= 1


def sort_slice(s: S, n: int, is_reversed: bool) -> None:
    if n < 2:
        return
    if is_reversed:
        s.reverse(0, n)
    _sort(s, n)
    if is_reversed:
        s.reverse(0, n)


def _sort(s: S, n: int) -> None:
    if n < 64:
        _insert_sorted(s, 0, _run(s, 0, n), n)
        return
    min_run = _min_run(n)
    bases = new_array(86)
    lengths = new_array(86)
    powers = new_array(86)
    gallop = new_array(1)
    gallop[0] = MIN_GALLOP
    count = 0
    low = 0
    while low < n:
        length = _run(s, low, n)
        if length < min_run:
            forced = min_run if min_run < n - low else n - low
            _insert_sorted(s, low, low + length, low + forced)
            length = forced
        if count > 0:
            power = _power(bases[count - 1], lengths[count - 1], length, n)
            while count > 1 and powers[count - 2] > power:
                _merge_last(s, bases, lengths, count, gallop)
                count -= 1
            powers[count - 1] = power
        bases[count] = low
        lengths[count] = length
        count += 1
        low += length
    while count > 1:
        if count > 2 and lengths[count - 3] < lengths[count - 1]:
            _merge_at(s, bases, lengths, count - 3, gallop)
            bases[count - 2] = bases[count - 1]
            lengths[count - 2] = lengths[count - 1]
        else:
            _merge_last(s, bases, lengths, count, gallop)
        count -= 1


def _run(s: S, low: int, high: int) -> int:
    # Length of the run that starts at low; a descending one is reversed.
    keys = s.keys
    at = low + 1
    if at == high:
        return 1
    if keys[at] < keys[low]:
        at += 1
        while at < high and keys[at] < keys[at - 1]:
            at += 1
        s.reverse(low, at)
    else:
        at += 1
        while at < high and not keys[at] < keys[at - 1]:
            at += 1
    return at - low


def _insert_sorted(s: S, low: int, at: int, high: int) -> None:
    # Binary insertion: low..at is sorted already.
    keys = s.keys
    if at == low:
        at += 1
    while at < high:
        left = low
        right = at
        pivot = keys[at]
        while left < right:
            middle = left + int_shr(right - left, 1)
            if pivot < keys[middle]:
                right = middle
            else:
                left = middle + 1
        s.rotate(left, at)
        at += 1


def _min_run(n: int) -> int:
    odd = 0
    while n >= 64:
        odd |= n & 1
        n = int_shr(n, 1)
    return n + odd


def _power(base: int, length: int, following: int, n: int) -> int:
    # Depth, in the ideal merge tree, of the boundary between two adjacent runs.
    power = 0
    a = 2 * base + length
    b = a + length + following
    while True:
        power += 1
        if a >= n:
            a -= n
            b -= n
        elif b >= n:
            return power
        a = int_shl(a, 1)
        b = int_shl(b, 1)


def _merge_last(s: S, bases: GcArray[int], lengths: GcArray[int], count: int, gallop: GcArray[int]) -> None:
    _merge_at(s, bases, lengths, count - 2, gallop)


def _merge_at(s: S, bases: GcArray[int], lengths: GcArray[int], i: int, gallop: GcArray[int]) -> None:
    # Merges the runs i and i + 1.
    a = bases[i]
    n = lengths[i]
    b = bases[i + 1]
    m = lengths[i + 1]
    lengths[i] = n + m
    skip = _gallop_right(s.keys[b], s.keys, a, n, 0)
    a += skip
    n -= skip
    if n == 0:
        return
    m = _gallop_left(s.keys[a + n - 1], s.keys, b, m, m - 1)
    if m == 0:
        return
    if n <= m:
        _merge_low(s, a, n, b, m, gallop)
    else:
        _merge_high(s, a, n, b, m, gallop)


def _gallop_left(key: K, a: GcArray[K], base: int, n: int, hint: int) -> int:
    # Where key belongs in the sorted a[base..base+n], left of equal ones; the search starts at hint.
    last = 0
    offset = 1
    if a[base + hint] < key:
        limit = n - hint
        while offset < limit and a[base + hint + offset] < key:
            last = offset
            offset = int_shl(offset, 1) + 1
        if offset > limit:
            offset = limit
        last += hint
        offset += hint
    else:
        limit = hint + 1
        while offset < limit and not a[base + hint - offset] < key:
            last = offset
            offset = int_shl(offset, 1) + 1
        if offset > limit:
            offset = limit
        swap = last
        last = hint - offset
        offset = hint - swap
    last += 1
    while last < offset:
        middle = last + int_shr(offset - last, 1)
        if a[base + middle] < key:
            last = middle + 1
        else:
            offset = middle
    return offset


def _gallop_right(key: K, a: GcArray[K], base: int, n: int, hint: int) -> int:
    # The same, right of equal ones.
    last = 0
    offset = 1
    if key < a[base + hint]:
        limit = hint + 1
        while offset < limit and key < a[base + hint - offset]:
            last = offset
            offset = int_shl(offset, 1) + 1
        if offset > limit:
            offset = limit
        swap = last
        last = hint - offset
        offset = hint - swap
    else:
        limit = n - hint
        while offset < limit and not key < a[base + hint + offset]:
            last = offset
            offset = int_shl(offset, 1) + 1
        if offset > limit:
            offset = limit
        last += hint
        offset += hint
    last += 1
    while last < offset:
        middle = last + int_shr(offset - last, 1)
        if key < a[base + middle]:
            offset = middle
        else:
            last = middle + 1
    return offset


def _merge_low(s: S, a: int, n: int, b: int, m: int, gallop: GcArray[int]) -> None:
    # Merges adjacent runs a (n items, the fewer) and b (m items), a being copied away. On an exception in a
    # comparison the copied items are put back.
    t = s.fresh(n)
    t.move(0, s, a, n)
    to = a
    i = 0
    min_gallop = gallop[0]
    try:
        s.set(to, s, b)
        to += 1
        b += 1
        m -= 1
        while m > 0 and n > 1:
            left_wins = 0
            right_wins = 0
            while True:
                if s.keys[b] < t.keys[i]:
                    s.set(to, s, b)
                    to += 1
                    b += 1
                    m -= 1
                    right_wins += 1
                    left_wins = 0
                    if m == 0 or right_wins >= min_gallop:
                        break
                else:
                    s.set(to, t, i)
                    to += 1
                    i += 1
                    n -= 1
                    left_wins += 1
                    right_wins = 0
                    if n == 1 or left_wins >= min_gallop:
                        break
            if m == 0 or n == 1:
                break
            min_gallop += 1
            while True:
                min_gallop -= 1 if min_gallop > 1 else 0
                gallop[0] = min_gallop
                left_wins = _gallop_right(s.keys[b], t.keys, i, n, 0)
                if left_wins > 0:
                    s.move(to, t, i, left_wins)
                    to += left_wins
                    i += left_wins
                    n -= left_wins
                    if n <= 1:
                        break
                s.set(to, s, b)
                to += 1
                b += 1
                m -= 1
                if m == 0:
                    break
                right_wins = _gallop_left(t.keys[i], s.keys, b, m, 0)
                if right_wins > 0:
                    s.move(to, s, b, right_wins)
                    to += right_wins
                    b += right_wins
                    m -= right_wins
                    if m == 0:
                        break
                s.set(to, t, i)
                to += 1
                i += 1
                n -= 1
                if n == 1:
                    break
                if left_wins < MIN_GALLOP and right_wins < MIN_GALLOP:
                    break
            if m == 0 or n <= 1:
                break
            min_gallop += 1
            gallop[0] = min_gallop
        if n == 1 and m > 0:
            # The last of a belongs behind all of b.
            s.move(to, s, b, m)
            to += m
    finally:
        s.move(to, t, i, n)


def _merge_high(s: S, a: int, n: int, b: int, m: int, gallop: GcArray[int]) -> None:
    # The same with b the shorter run, from the right.
    t = s.fresh(m)
    t.move(0, s, b, m)
    to = b + m - 1
    i = m - 1
    base = a
    a += n - 1
    min_gallop = gallop[0]
    try:
        s.set(to, s, a)
        to -= 1
        a -= 1
        n -= 1
        while n > 0 and m > 1:
            left_wins = 0
            right_wins = 0
            while True:
                if t.keys[i] < s.keys[a]:
                    s.set(to, s, a)
                    to -= 1
                    a -= 1
                    n -= 1
                    left_wins += 1
                    right_wins = 0
                    if n == 0 or left_wins >= min_gallop:
                        break
                else:
                    s.set(to, t, i)
                    to -= 1
                    i -= 1
                    m -= 1
                    right_wins += 1
                    left_wins = 0
                    if m == 1 or right_wins >= min_gallop:
                        break
            if n == 0 or m == 1:
                break
            min_gallop += 1
            while True:
                min_gallop -= 1 if min_gallop > 1 else 0
                gallop[0] = min_gallop
                left_wins = n - _gallop_right(t.keys[i], s.keys, base, n, n - 1)
                if left_wins > 0:
                    to -= left_wins
                    a -= left_wins
                    n -= left_wins
                    s.move(to + 1, s, a + 1, left_wins)
                    if n == 0:
                        break
                s.set(to, t, i)
                to -= 1
                i -= 1
                m -= 1
                if m == 1:
                    break
                right_wins = m - _gallop_left(s.keys[a], t.keys, 0, m, m - 1)
                if right_wins > 0:
                    to -= right_wins
                    i -= right_wins
                    m -= right_wins
                    s.move(to + 1, t, i + 1, right_wins)
                    if m <= 1:
                        break
                s.set(to, s, a)
                to -= 1
                a -= 1
                n -= 1
                if n == 0:
                    break
                if left_wins < MIN_GALLOP and right_wins < MIN_GALLOP:
                    break
            if n == 0 or m <= 1:
                break
            min_gallop += 1
            gallop[0] = min_gallop
        if m == 1 and n > 0:
            # The first of b belongs before all of a.
            to -= n
            a -= n
            s.move(to + 1, s, a + 1, n)
    finally:
        s.move(to - m + 1, t, 0, m)
