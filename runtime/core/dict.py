# dict[K, V]: entries in insertion order, found through a table of entry numbers.
from typing import Generic, TypeVar
from weft.lowlevel import (
    GcArray,
    array_clear,
    array_copy,
    by_arity,
    class_name,
    defines_method,
    int_shl,
    int_ushr,
    keyword_names,
    map_tuple,
    new_array,
    unset_array,
)
from weft.core.exceptions import end_program
from weft.core.sequence import is_same, set_like
from weft.core.text import StringBuilder

__wrapping__ = True

K = TypeVar("K")
V = TypeVar("V")

DELETED = -1  # hash of a deleted entry: no key has it; in the table: a used-up place
SMALLEST = 8


def expect_more(left: int) -> int:
    # An iterator has found an entry: one less is left to come.
    if left <= 0:
        raise RuntimeError("dictionary keys changed during iteration")
    return left - 1


class dict_cursor(Generic[K, V]):
    _dict: dict[K, V]
    _at: int
    _used: int
    _left: int

    def __init__(self, d: dict[K, V]) -> None:
        self._dict = d
        self._at = 0
        self._used = d._used
        self._left = d._used

    def __iter__(self):
        return self

    def _forwards(self) -> int:
        # Where the next entry is.
        d = self._dict
        at = d._following(self._at, self._used)
        if at < 0:
            self._used = -1
            raise StopIteration
        self._left = expect_more(self._left)
        self._at = at + 1
        return at

    def _backwards(self) -> int:
        d = self._dict
        at = d._preceding(self._at, self._used)
        if at < 0:
            self._used = -1
            raise StopIteration
        self._left = expect_more(self._left)
        self._at = at
        return at


class dict_keyiterator(dict_cursor[K, V], Generic[K, V]):
    def __next__(self) -> K:
        at = self._forwards()
        return self._dict._keys[at]


class dict_valueiterator(dict_cursor[K, V], Generic[K, V]):
    def __next__(self) -> V:
        at = self._forwards()
        return self._dict._values[at]


class dict_itemiterator(dict_cursor[K, V], Generic[K, V]):
    def __next__(self) -> tuple[K, V]:
        at = self._forwards()
        return self._dict._keys[at], self._dict._values[at]


class dict_reversekeyiterator(dict_cursor[K, V], Generic[K, V]):
    def __init__(self, d: dict[K, V]) -> None:
        dict_cursor.__init__(self, d)
        self._at = d._next

    def __next__(self) -> K:
        at = self._backwards()
        return self._dict._keys[at]


class dict_reversevalueiterator(dict_cursor[K, V], Generic[K, V]):
    def __init__(self, d: dict[K, V]) -> None:
        dict_cursor.__init__(self, d)
        self._at = d._next

    def __next__(self) -> V:
        at = self._backwards()
        return self._dict._values[at]


class dict_reverseitemiterator(dict_cursor[K, V], Generic[K, V]):
    def __init__(self, d: dict[K, V]) -> None:
        dict_cursor.__init__(self, d)
        self._at = d._next

    def __next__(self) -> tuple[K, V]:
        at = self._backwards()
        return self._dict._keys[at], self._dict._values[at]


class _set_view(set_like):
    # What keys() and items() have in common with sets.
    _weft_answers = True

    def __eq__(self, other):
        if len(self) != len(other):
            return False
        for x in self:
            if x not in other:
                return False
        return True

    def __ne__(self, other):
        return not self == other

    # The order of a result is that of CPython: it depends on which of the two is asked for the items of the other.
    def __and__(self, other):
        if isinstance(other, set) and len(self) <= len(other):
            return other.intersection(self)
        if isinstance(other, _set_view) and len(self) < len(other):
            return other._among(self)
        return self._among(other)

    def _among(self, items):
        found = set()
        for x in items:
            if x in self:
                found.add(x)
        return found

    def __or__(self, other):
        found = self._items()
        found.update(other)
        return found

    def __sub__(self, other):
        found = self._items()
        found.difference_update(other)
        return found

    def __xor__(self, other):
        found = self._items()
        found.symmetric_difference_update(other)
        return found

    def __rand__(self, other):
        return self & other

    def __ror__(self, other):
        found = set(other)
        found.update(self)
        return found

    def __rsub__(self, other):
        found = set(other)
        found.difference_update(self)
        return found

    def __rxor__(self, other):
        found = set(other)
        found.symmetric_difference_update(self)
        return found

    def isdisjoint(self, other):
        for x in other:
            if x in self:
                return False
        return True

    def __le__(self, other):
        if len(self) > len(other):
            return False
        for x in self:
            if x not in other:
                return False
        return True

    def __lt__(self, other):
        return len(self) < len(other) and self <= other

    def __ge__(self, other):
        if len(self) < len(other):
            return False
        for x in other:
            if x not in self:
                return False
        return True

    def __gt__(self, other):
        return len(self) > len(other) and self >= other


class dict_keys(_set_view, Generic[K, V]):
    _dict: dict[K, V]
    _is_of_dict: bool  # itself, not a subclass: CPython makes room for all keys at once in a set of them

    def __init__(self, d: dict[K, V], is_of_dict: bool) -> None:
        self._dict = d
        self._is_of_dict = is_of_dict

    def __len__(self) -> int:
        return self._dict._used

    def __iter__(self) -> dict_keyiterator[K, V]:
        return dict_keyiterator(self._dict)

    def __reversed__(self) -> dict_reversekeyiterator[K, V]:
        return dict_reversekeyiterator(self._dict)

    def __contains__(self, key: K) -> bool:
        return self._dict._find(key, hash(key)) >= 0

    def _items(self) -> set[K]:
        return set(self._dict) if self._is_of_dict else set(self)

    def __repr__(self) -> str:
        return "dict_keys(" + repr(list(self)) + ")"


class dict_values(Generic[K, V]):
    _dict: dict[K, V]

    def __init__(self, d: dict[K, V]) -> None:
        self._dict = d

    def __len__(self) -> int:
        return self._dict._used

    def __iter__(self) -> dict_valueiterator[K, V]:
        return dict_valueiterator(self._dict)

    def __reversed__(self) -> dict_reversevalueiterator[K, V]:
        return dict_reversevalueiterator(self._dict)

    def __contains__(self, value: V) -> bool:
        for x in self:
            if is_same(x, value):
                return True
        return False

    def __repr__(self) -> str:
        return "dict_values(" + repr(list(self)) + ")"


class dict_items(_set_view, Generic[K, V]):
    _dict: dict[K, V]

    def __init__(self, d: dict[K, V]) -> None:
        self._dict = d

    def __len__(self) -> int:
        return self._dict._used

    def __iter__(self) -> dict_itemiterator[K, V]:
        return dict_itemiterator(self._dict)

    def __reversed__(self) -> dict_reverseitemiterator[K, V]:
        return dict_reverseitemiterator(self._dict)

    def __contains__(self, item: tuple[K, V]) -> bool:
        d = self._dict
        at = d._find(item[0], hash(item[0]))
        return at >= 0 and is_same(d._values[at], item[1])

    def _items(self) -> set[tuple[K, V]]:
        return set(self)

    def __xor__(self, other):
        if not isinstance(other, dict_items):
            found = set(self)
            found.symmetric_difference_update(other)
            return found
        mine = self._dict.copy()
        found = set()
        for key, value in other:
            if key in mine and is_same(mine[key], value):
                del mine[key]
            else:
                found.add((key, value))
        found.update(mine.items())
        return found

    def __repr__(self) -> str:
        return "dict_items(" + repr(list(self)) + ")"


class dict(Generic[K, V]):
    __slots__ = ()
    _used: int  # live entries
    _next: int  # entries, deleted ones included
    _usable: int  # insertions until the table is rebuilt
    _mask: int  # size of the table - 1
    _table: GcArray[int]  # 0: free, DELETED, or entry number + 1
    _hashes: GcArray[int]
    _keys: GcArray[K]
    _values: GcArray[V]
    _is_in_repr: bool

    def __init__(self, items=(), /, **named):
        self._used = 0
        self._next = 0
        self._usable = 0
        self._mask = 0
        self._table = new_array(0)
        self._hashes = new_array(0)
        self._keys = new_array(0)
        self._values = new_array(0)
        self._update_from(items)
        map_tuple(_named_setter(self, keyword_names(named)), named)

    # ---- the table ----

    def _find(self, key: K, h: int) -> int:
        # The entry of the key, or -1.
        if self._used == 0:
            return -1
        table = self._table
        mask = self._mask
        place = h & mask
        perturb = h
        while True:
            entry = table[place]
            if entry == 0:
                return -1
            if entry > 0 and self._hashes[entry - 1] == h and is_same(self._keys[entry - 1], key):
                return entry - 1
            perturb = int_ushr(perturb, 5)
            place = (place * 5 + perturb + 1) & mask

    def _insert(self, key: K, h: int, value: V) -> None:
        # A new entry for a key that is not there.
        if self._usable == 0:
            self._resize()
        at = self._next
        self._hashes[at] = h
        self._keys[at] = key
        self._values[at] = value
        self._next = at + 1
        self._usable -= 1
        self._used += 1
        self._link(at, h)

    def _link(self, at: int, h: int) -> None:
        table = self._table
        mask = self._mask
        place = h & mask
        perturb = h
        while table[place] > 0:
            perturb = int_ushr(perturb, 5)
            place = (place * 5 + perturb + 1) & mask
        table[place] = at + 1

    def _resize(self) -> None:
        # Room for more entries; deleted ones are dropped.
        size = SMALLEST
        while size < self._used * 3:
            size = int_shl(size, 1)
        self._rebuild(size)

    def _rebuild(self, size: int) -> None:
        capacity = int_shl(size, 1) // 3
        hashes = unset_array(capacity)
        keys = unset_array(capacity)
        values = unset_array(capacity)
        old_hashes = self._hashes
        n = self._next
        if self._used == n:
            array_copy(hashes, 0, old_hashes, 0, n)
            array_copy(keys, 0, self._keys, 0, n)
            array_copy(values, 0, self._values, 0, n)
        else:
            to = 0
            i = 0
            while i < n:
                if old_hashes[i] != DELETED:
                    hashes[to] = old_hashes[i]
                    keys[to] = self._keys[i]
                    values[to] = self._values[i]
                    to += 1
                i += 1
        self._hashes = hashes
        self._keys = keys
        self._values = values
        self._usable = capacity - self._used
        self._next = self._used
        self._mask = size - 1
        self._table = new_array(size)
        i = 0
        while i < self._next:
            self._link(i, hashes[i])
            i += 1

    def _delete(self, at: int) -> None:
        table = self._table
        mask = self._mask
        h = self._hashes[at]
        place = h & mask
        perturb = h
        while table[place] != at + 1:
            perturb = int_ushr(perturb, 5)
            place = (place * 5 + perturb + 1) & mask
        table[place] = DELETED
        self._hashes[at] = DELETED
        array_clear(self._keys, at)
        array_clear(self._values, at)
        self._used -= 1

    # ---- iteration ----

    def _following(self, at: int, used: int) -> int:
        # The first live entry from `at` on, or -1; `used` is the size that the iterator expects.
        if used != self._used:
            if used >= 0:
                raise RuntimeError("dictionary changed size during iteration")
            return -1
        n = self._next
        while at < n:
            if self._hashes[at] != DELETED:
                return at
            at += 1
        return -1

    def _preceding(self, at: int, used: int) -> int:
        if used != self._used:
            if used >= 0:
                raise RuntimeError("dictionary changed size during iteration")
            return -1
        while at > 0:
            at -= 1
            if self._hashes[at] != DELETED:
                return at
        return -1

    def __iter__(self) -> dict_keyiterator[K, V]:
        return dict_keyiterator(self)

    def __reversed__(self) -> dict_reversekeyiterator[K, V]:
        return dict_reversekeyiterator(self)

    def keys(self):
        # Without a signature: the class is known.
        return dict_keys(self, class_name(self) == "dict")

    def values(self) -> dict_values[K, V]:
        return dict_values(self)

    def items(self) -> dict_items[K, V]:
        return dict_items(self)

    # ---- access ----

    def __len__(self) -> int:
        return self._used

    def __bool__(self) -> bool:
        return self._used != 0

    def __contains__(self, key: K) -> bool:
        return self._find(key, hash(key)) >= 0

    def __getitem__(self, key: K) -> V:
        at = self._find(key, hash(key))
        if at < 0:
            raise KeyError(key)
        return self._values[at]

    def __setitem__(self, key: K, value: V) -> None:
        h = hash(key)
        at = self._find(key, h)
        if at >= 0:
            self._values[at] = value
        else:
            self._insert(key, h, value)

    def __delitem__(self, key: K) -> None:
        at = self._find(key, hash(key))
        if at < 0:
            raise KeyError(key)
        self._delete(at)

    def get(self, key, default=None):
        at = self._find(key, hash(key))
        if at < 0:
            return default
        return self._values[at]

    def setdefault(self, key: K, default: V) -> V:
        h = hash(key)
        at = self._find(key, h)
        if at >= 0:
            return self._values[at]
        self._insert(key, h, default)
        return default

    def pop(self, key, *default):
        return by_arity(default, lambda: self._pop(key), lambda other: self._pop_or(key, other), _refuse_defaults)

    def _pop(self, key: K) -> V:
        at = self._find(key, hash(key))
        if at < 0:
            raise KeyError(key)
        value = self._values[at]
        self._delete(at)
        return value

    def _pop_or(self, key, other):
        at = self._find(key, hash(key))
        if at < 0:
            return other
        value = self._values[at]
        self._delete(at)
        return value

    def popitem(self) -> tuple[K, V]:
        if self._used == 0:
            raise KeyError("popitem(): dictionary is empty")
        at = self._next - 1
        while self._hashes[at] == DELETED:
            at -= 1
        item = (self._keys[at], self._values[at])
        self._delete(at)
        self._next = at
        return item

    def clear(self) -> None:
        self._used = 0
        self._next = 0
        self._usable = 0
        self._mask = 0
        self._table = new_array(0)
        self._hashes = new_array(0)
        self._keys = new_array(0)
        self._values = new_array(0)

    def copy(self) -> dict[K, V]:
        result: dict[K, V] = {}
        result._update(self)
        return result

    def update(self, *others, **named):
        map_tuple(self._update_from, others)
        map_tuple(_named_setter(self, keyword_names(named)), named)

    def _update_from(self, other):
        if isinstance(other, dict):
            self._update(other)
        else:
            if defines_method(other, "keys"):
                end_program("a dict from an object with keys(); use its items()")
            for key, value in other:
                self[key] = value

    def _update(self, other: dict[K, V]) -> None:
        i = 0
        n = other._next
        if self._used == 0 and n > 0:
            self._rebuild_for(other._used)
        while i < n:
            h = other._hashes[i]
            if h != DELETED:
                key = other._keys[i]
                at = self._find(key, h)
                if at >= 0:
                    self._values[at] = other._values[i]
                else:
                    self._insert(key, h, other._values[i])
                if n != other._next:
                    raise RuntimeError("dict mutated during update")
            i += 1

    def _rebuild_for(self, count: int) -> None:
        size = SMALLEST
        while int_shl(size, 1) // 3 < count:
            size = int_shl(size, 1)
        if size > self._mask + 1:
            self._rebuild(size)

    @staticmethod
    def fromkeys(keys, value=None):
        result = {}
        for key in keys:
            result[key] = value
        return result

    def __or__(self, other: dict[K, V]) -> dict[K, V]:
        result = self.copy()
        result._update(other)
        return result

    def __ior__(self, other):
        self.update(other)
        return self

    def __eq__(self, other: dict[K, V]) -> bool:
        if self._used != other._used:
            return False
        i = 0
        while i < self._next:
            h = self._hashes[i]
            if h != DELETED:
                at = other._find(self._keys[i], h)
                if at < 0 or not is_same(self._values[i], other._values[at]):
                    return False
            i += 1
        return True

    def __ne__(self, other: dict[K, V]) -> bool:
        return not self == other

    def __repr__(self) -> str:
        if self._used == 0:
            return "{}"
        if self._is_in_repr:
            return "{...}"
        self._is_in_repr = True
        try:
            out = StringBuilder(self._used * 8)
            out.add_char(123)
            is_first = True
            i = 0
            while i < self._next:
                if self._hashes[i] != DELETED:
                    if not is_first:
                        out.add(", ")
                    is_first = False
                    out.add(repr(self._keys[i]))
                    out.add(": ")
                    out.add(repr(self._values[i]))
                i += 1
            out.add_char(125)
        finally:
            self._is_in_repr = False
        return out.build()


def _refuse_defaults(args):
    raise TypeError("pop expected at most 2 arguments, got " + repr(len(args) + 1))


class _named_setter:
    # Called with the value of each keyword argument in turn.
    def __init__(self, d, names):
        self._dict = d
        self._names = names
        self._at = 0

    def __call__(self, value):
        self._dict[self._names[self._at]] = value
        self._at += 1
