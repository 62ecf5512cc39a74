# set[T] and frozenset[T]: open addressing exactly as CPython's, for the order of iteration shows.
from typing import Generic, TypeVar
from weft.lowlevel import (
    GcArray,
    array_clear,
    array_copy,
    by_arity,
    byte_get,
    byte_set,
    int_shl,
    int_ushr,
    map_tuple,
    new_str,
    unset_array,
)
from weft.core.sequence import is_same, set_like
from weft.core.text import StringBuilder

__wrapping__ = True

T = TypeVar("T")

FREE = 0  # states of a place
ACTIVE = 1
DELETED = 2

SMALLEST = 8
PROBES = 9


class set_iterator(Generic[T]):
    _set: _set_base[T]
    _at: int
    _used: int

    def __init__(self, items: _set_base[T]) -> None:
        self._set = items
        self._at = 0
        self._used = items._used

    def __iter__(self) -> set_iterator[T]:
        return self

    def __next__(self) -> T:
        items = self._set
        if self._used != items._used:
            if self._used < 0:
                raise StopIteration
            self._used = -1
            raise RuntimeError("Set changed size during iteration")
        at = items._following(self._at)
        if at < 0:
            self._used = -1
            raise StopIteration
        self._at = at + 1
        return items._keys[at]


class _set_base(set_like, Generic[T]):
    __slots__ = ()
    _used: int  # active places
    _fill: int  # active and deleted ones
    _mask: int
    _states: str  # a byte for each place
    _hashes: GcArray[int]
    _keys: GcArray[T]
    _is_in_repr: bool

    def _start(self) -> None:
        self._used = 0
        self._fill = 0
        self._mask = SMALLEST - 1
        self._states = new_str(SMALLEST, 0)
        self._hashes = unset_array(SMALLEST)
        self._keys = unset_array(SMALLEST)

    # ---- the table ----

    def _find(self, key: T, h: int) -> int:
        # The place of the key, or -1.
        states = self._states
        hashes = self._hashes
        mask = self._mask
        place = h & mask
        perturb = h
        while True:
            probes = PROBES if place + PROBES <= mask else 0
            at = place
            while True:
                state = byte_get(states, at)
                if state == FREE:
                    return -1
                if state == ACTIVE and hashes[at] == h and is_same(self._keys[at], key):
                    return at
                if probes == 0:
                    break
                at += 1
                probes -= 1
            perturb = int_ushr(perturb, 5)
            place = (place * 5 + 1 + perturb) & mask

    def _free_place(self, h: int) -> int:
        states = self._states
        mask = self._mask
        place = h & mask
        perturb = h
        while True:
            probes = PROBES if place + PROBES <= mask else 0
            at = place
            while True:
                if byte_get(states, at) == FREE:
                    return at
                if probes == 0:
                    break
                at += 1
                probes -= 1
            perturb = int_ushr(perturb, 5)
            place = (place * 5 + 1 + perturb) & mask

    def _put(self, key: T, h: int) -> None:
        at = self._free_place(h)
        byte_set(self._states, at, ACTIVE)
        self._hashes[at] = h
        self._keys[at] = key
        self._fill += 1
        self._used += 1

    def _add(self, key: T, h: int) -> None:
        # A deleted place on the way is used again: the last one, as in CPython.
        states = self._states
        hashes = self._hashes
        mask = self._mask
        place = h & mask
        perturb = h
        deleted = -1
        while True:
            probes = PROBES if place + PROBES <= mask else 0
            at = place
            while True:
                state = byte_get(states, at)
                if state == FREE:
                    self._occupy(at, deleted, key, h)
                    return
                if state == DELETED:
                    deleted = at
                elif hashes[at] == h and is_same(self._keys[at], key):
                    return
                if probes == 0:
                    break
                at += 1
                probes -= 1
            perturb = int_ushr(perturb, 5)
            place = (place * 5 + 1 + perturb) & mask

    def _occupy(self, at: int, deleted: int, key: T, h: int) -> None:
        if deleted >= 0:
            at = deleted
        else:
            self._fill += 1
        byte_set(self._states, at, ACTIVE)
        self._hashes[at] = h
        self._keys[at] = key
        self._used += 1
        if deleted < 0 and self._fill * 5 >= self._mask * 3:
            self._resize(self._used * 2 if self._used > 50000 else self._used * 4)

    def _resize(self, least: int) -> None:
        size = SMALLEST
        while size <= least:
            size *= 2
        states = self._states
        hashes = self._hashes
        keys = self._keys
        n = self._mask + 1
        self._states = new_str(size, 0)
        self._hashes = unset_array(size)
        self._keys = unset_array(size)
        self._mask = size - 1
        self._used = 0
        self._fill = 0
        i = 0
        while i < n:
            if byte_get(states, i) == ACTIVE:
                self._put(keys[i], hashes[i])
            i += 1

    def _remove(self, at: int) -> None:
        byte_set(self._states, at, DELETED)
        self._used -= 1
        array_clear(self._keys, at)

    def _following(self, at: int) -> int:
        # The first active place from `at` on, or -1.
        states = self._states
        while at <= self._mask:
            if byte_get(states, at) == ACTIVE:
                return at
            at += 1
        return -1

    def _merge(self, other: _set_base[T]) -> None:
        if other is self or other._used == 0:
            return
        if (self._fill + other._used) * 5 >= self._mask * 3:
            self._resize((self._used + other._used) * 2)
        if self._fill == 0 and self._mask == other._mask and other._fill == other._used:
            self._copy_table(other)
            return
        is_empty = self._fill == 0
        at = other._following(0)
        while at >= 0:
            if is_empty:
                self._put(other._keys[at], other._hashes[at])
            else:
                self._add(other._keys[at], other._hashes[at])
            at = other._following(at + 1)

    def _copy_table(self, other: _set_base[T]) -> None:
        n = self._mask + 1
        array_copy(self._states, 0, other._states, 0, n)
        array_copy(self._hashes, 0, other._hashes, 0, n)
        array_copy(self._keys, 0, other._keys, 0, n)
        self._used = other._used
        self._fill = other._fill

    def _take(self, other: _set_base[T]) -> None:
        self._used = other._used
        self._fill = other._fill
        self._mask = other._mask
        self._states = other._states
        self._hashes = other._hashes
        self._keys = other._keys

    def _fill_from(self, items):
        # Adds all of an iterable.
        if isinstance(items, _set_base):
            self._merge(items)
        elif isinstance(items, dict):
            self._merge_dict(items)
        else:
            for x in items:
                self._add(x, hash(x))

    def _fill_beside(self, first, items):
        # Adds all of an iterable, unless it is the set whose copy this is: that would make room for as many again.
        if not isinstance(items, _set_base):
            self._fill_from(items)
        elif items is not first:
            self._merge(items)

    def _merge_dict(self, items):
        n = len(items)
        if (self._fill + n) * 5 >= self._mask * 3:
            self._resize((self._used + n) * 2)
        for x in items:
            self._add(x, hash(x))

    # ---- reading ----

    def __len__(self) -> int:
        return self._used

    def __bool__(self) -> bool:
        return self._used != 0

    def __contains__(self, key: T) -> bool:
        return self._find(key, hash(key)) >= 0

    def __iter__(self) -> set_iterator[T]:
        return set_iterator(self)

    def _is_within(self, other: _set_base[T]) -> bool:
        # Whether all items are in the other set.
        if self._used > other._used:
            return False
        at = self._following(0)
        while at >= 0:
            if other._find(self._keys[at], self._hashes[at]) < 0:
                return False
            at = self._following(at + 1)
        return True

    def issubset(self, other):
        return self._is_within(other if isinstance(other, _set_base) else set(other))

    def issuperset(self, other):
        for x in other:
            if self._find(x, hash(x)) < 0:
                return False
        return True

    def isdisjoint(self, other):
        for x in other:
            if self._find(x, hash(x)) >= 0:
                return False
        return True

    def __eq__(self, other: _set_base[T]) -> bool:
        return self._used == other._used and self._is_within(other)

    def __ne__(self, other: _set_base[T]) -> bool:
        return not self == other

    def __le__(self, other: _set_base[T]) -> bool:
        return self._is_within(other)

    def __lt__(self, other: _set_base[T]) -> bool:
        return self._used < other._used and self._is_within(other)

    def __ge__(self, other: _set_base[T]) -> bool:
        return other._is_within(self)

    def __gt__(self, other: _set_base[T]) -> bool:
        return other._used < self._used and other._is_within(self)

    def _shown(self, opening: str, closing: str) -> str:
        out = StringBuilder(self._used * 4 + 16)
        out.add(opening)
        is_first = True
        at = self._following(0)
        while at >= 0:
            if not is_first:
                out.add(", ")
            is_first = False
            out.add(repr(self._keys[at]))
            at = self._following(at + 1)
        out.add(closing)
        return out.build()

    def _shown_as(self, name: str) -> str:
        if self._used == 0:
            return name + "()"
        if self._is_in_repr:
            return name + "(...)"
        self._is_in_repr = True
        try:
            text = self._shown("{", "}") if name == "set" else self._shown(name + "({", "})")
        finally:
            self._is_in_repr = False
        return text

    # ---- what the operators of both kinds do, into an empty set ----

    def _set_copy(self, other: _set_base[T]) -> None:
        self._merge(other)

    def _set_union(self, a: _set_base[T], b: _set_base[T]) -> None:
        self._merge(a)
        if b is not a:
            self._merge(b)

    def _set_common(self, a: _set_base[T], b: _set_base[T]) -> None:
        if a is b:
            self._merge(a)
            return
        if b._used > a._used:
            swap = a
            a = b
            b = swap
        at = b._following(0)
        while at >= 0:
            if a._find(b._keys[at], b._hashes[at]) >= 0:
                self._add(b._keys[at], b._hashes[at])
            at = b._following(at + 1)

    def _set_common_items(self, a: _set_base[T], items):
        for x in items:
            h = hash(x)
            if a._find(x, h) >= 0:
                self._add(x, h)

    def _set_difference(self, a: _set_base[T], b: _set_base[T]) -> None:
        if a._used // 4 > b._used:
            self._merge(a)
            self._discard_all(b)
            return
        at = a._following(0)
        while at >= 0:
            if b._find(a._keys[at], a._hashes[at]) < 0:
                self._add(a._keys[at], a._hashes[at])
            at = a._following(at + 1)

    def _discard_all(self, other: _set_base[T]) -> None:
        if other is self:
            self._start()
            return
        at = other._following(0)
        while at >= 0:
            mine = self._find(other._keys[at], other._hashes[at])
            if mine >= 0:
                self._remove(mine)
            at = other._following(at + 1)
        self._tidy()

    def _discard_items(self, items):
        for x in items:
            mine = self._find(x, hash(x))
            if mine >= 0:
                self._remove(mine)
        self._tidy()

    def _tidy(self) -> None:
        # More than a quarter of the places are deleted ones: rebuild.
        if self._fill - self._used > self._mask // 4:
            self._resize(self._used * 2 if self._used > 50000 else self._used * 4)

    def _toggle_all(self, other: _set_base[T]) -> None:
        at = other._following(0)
        while at >= 0:
            mine = self._find(other._keys[at], other._hashes[at])
            if mine >= 0:
                self._remove(mine)
            else:
                self._add(other._keys[at], other._hashes[at])
            at = other._following(at + 1)

    # ---- of several at once ----

    def intersection(self, *others):
        return by_arity(others, self.copy, self._common, self._common_many)

    def _common_many(self, others):
        result = self._common(others[0])
        map_tuple(result._keep_common, others[1:])
        return result

    def _keep_common(self, other):
        self._take(self._common(other))

    def difference(self, *others):
        return by_arity(others, self.copy, self._without, self._without_many)

    def _without_many(self, others):
        result = self._without(others[0])
        map_tuple(result._drop, others[1:])
        return result

    def _drop(self, other):
        if isinstance(other, _set_base):
            self._discard_all(other)
        else:
            self._discard_items(other)


class set(_set_base[T], Generic[T]):
    __slots__ = ()
    _finger: int

    def __init__(self, items=()):
        self._start()
        self._fill_from(items)

    def __repr__(self):
        return self._shown_as(type(self).__name__)

    # ---- changing ----

    def add(self, x: T) -> None:
        self._add(x, hash(x))

    def discard(self, x: T) -> None:
        at = self._find(x, hash(x))
        if at >= 0:
            self._remove(at)

    def remove(self, x: T) -> None:
        at = self._find(x, hash(x))
        if at < 0:
            raise KeyError(x)
        self._remove(at)

    def pop(self) -> T:
        if self._used == 0:
            raise KeyError("pop from an empty set")
        at = self._following(self._finger & self._mask)
        if at < 0:
            at = self._following(0)
        x = self._keys[at]
        self._remove(at)
        self._finger = at + 1
        return x

    def clear(self) -> None:
        self._start()

    def update(self, *others):
        map_tuple(self._fill_from, others)

    def difference_update(self, *others):
        map_tuple(self._drop, others)

    def intersection_update(self, *others):
        self._take(self.intersection(*others))

    def symmetric_difference_update(self, other):
        if isinstance(other, _set_base):
            self._toggle(other)
        else:
            self._toggle(set(other))

    def _toggle(self, other: _set_base[T]) -> None:
        if other is self:
            self._start()
        else:
            self._toggle_all(other)

    # ---- new sets ----

    def copy(self) -> set[T]:
        result: set[T] = set()
        result._merge(self)
        return result

    def union(self, *others):
        result = self.copy()
        map_tuple(lambda other: result._fill_beside(self, other), others)
        return result

    def _common(self, other):
        if isinstance(other, _set_base):
            return self & other
        result = set()
        result._set_common_items(self, other)
        return result

    def _without(self, other):
        if isinstance(other, _set_base):
            return self - other
        result = self.copy()
        result._discard_items(other)
        return result

    def symmetric_difference(self, other):
        result = set(other)
        result._toggle(self)
        return result

    def __or__(self, other: _set_base[T]) -> set[T]:
        result: set[T] = set()
        result._set_union(self, other)
        return result

    def __and__(self, other: _set_base[T]) -> set[T]:
        result: set[T] = set()
        result._set_common(self, other)
        return result

    def __sub__(self, other: _set_base[T]) -> set[T]:
        result: set[T] = set()
        result._set_difference(self, other)
        return result

    def __xor__(self, other: _set_base[T]) -> set[T]:
        result: set[T] = set()
        result._merge(other)
        result._toggle(self)
        return result

    def __ior__(self, other: _set_base[T]) -> set[T]:
        self._merge(other)
        return self

    def __iand__(self, other: _set_base[T]) -> set[T]:
        self._take(self & other)
        return self

    def __isub__(self, other: _set_base[T]) -> set[T]:
        self._discard_all(other)
        return self

    def __ixor__(self, other: _set_base[T]) -> set[T]:
        self._toggle(other)
        return self


class frozenset(_set_base[T], Generic[T]):
    __slots__ = ()
    _hash: int  # 0: not computed

    def __init__(self, items=()):
        if isinstance(items, frozenset):
            self._take(items)
        else:
            self._start()
            self._fill_from(items)

    def __repr__(self):
        return self._shown_as(type(self).__name__)

    def __hash__(self) -> int:
        h = self._hash
        if h == 0:
            h = self._compute_hash()
            self._hash = h
        return h

    def _compute_hash(self) -> int:
        h = 0
        i = 0
        while i <= self._mask:
            if byte_get(self._states, i) == ACTIVE:
                h ^= _shuffled(self._hashes[i])
            i += 1
        h ^= (self._used + 1) * 1927868237
        h ^= int_ushr(h, 11) ^ int_ushr(h, 25)
        h = h * 69069 + 907133923
        return 590923713 if h == -1 else h

    def copy(self) -> frozenset[T]:
        return self

    def union(self, *others):
        result = frozenset()
        result._merge(self)
        map_tuple(lambda other: result._fill_beside(self, other), others)
        return result

    def _common(self, other):
        if isinstance(other, _set_base):
            return self & other
        result = frozenset()
        result._set_common_items(self, other)
        return result

    def _without(self, other):
        if isinstance(other, _set_base):
            return self - other
        result = frozenset()
        result._merge(self)
        result._discard_items(other)
        return result

    def symmetric_difference(self, other):
        result = frozenset()
        result._fill_from(other)
        result._toggle_all(self)
        return result

    def __or__(self, other: _set_base[T]) -> frozenset[T]:
        result: frozenset[T] = frozenset()
        result._set_union(self, other)
        return result

    def __and__(self, other: _set_base[T]) -> frozenset[T]:
        result: frozenset[T] = frozenset()
        result._set_common(self, other)
        return result

    def __sub__(self, other: _set_base[T]) -> frozenset[T]:
        result: frozenset[T] = frozenset()
        result._set_difference(self, other)
        return result

    def __xor__(self, other: _set_base[T]) -> frozenset[T]:
        result: frozenset[T] = frozenset()
        result._merge(other)
        result._toggle_all(self)
        return result


def _shuffled(h: int) -> int:
    return ((h ^ 89869747) ^ int_shl(h, 16)) * 3644798167


def _folded_set(first):
    # `for x in {1, 2, 3}`: CPython's compiler makes a frozen set of the items, and another one of that.
    result = set()
    for x in first:
        result.add(x)
    return result


def _constant_set(first):
    # {1, 2, 3}, at least three constants: an empty set is updated with such a frozen set.
    result = set()
    result._merge(_folded_set(first))
    return result
