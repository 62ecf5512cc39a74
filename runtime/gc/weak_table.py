# Weak references for a collector that notices when an object dies: rows that are found by their owners and by their
# targets, in two hash tables that are chained through the rows.
from weft.gc.settings import COLLECTOR_HAS_NO_MEMORY, report
from weft.lowlevel import int_shl, int_ushr, load_word, memory_copy, memory_release, memory_reserve, memory_zero, store_word

__system__ = True
__wrapping__ = True

# Rows
OWNER = 0  # 0: free
TARGET = 8  # 0: dead
NEXT_BY_OWNER = 16  # offset + 1 of the next row of the chain, or of free ones; 0: there is none
NEXT_BY_TARGET = 24
ROW_SHIFT = 5

SMALLEST = 64  # rows

_rows = 0
_capacity = 0  # rows, a power of two; so many chains has either table
_end = 0  # offset of the first row that never was one
_free = 0  # offset + 1 of a free row
_by_owner = 0  # tables of offsets + 1
_by_target = 0


def weak_add(owner: int, target: int) -> int:
    # The new row's offset.
    global _free, _end
    if _free == 0 and _end == int_shl(_capacity, ROW_SHIFT):
        _grow()
    row = _free - 1
    if _free != 0:
        _free = load_word(_rows + row, NEXT_BY_OWNER)
    else:
        row = _end
        _end = row + int_shl(1, ROW_SHIFT)
    store_word(_rows + row, OWNER, owner)
    store_word(_rows + row, TARGET, target)
    _link(_by_owner, row, OWNER, NEXT_BY_OWNER)
    _link(_by_target, row, TARGET, NEXT_BY_TARGET)
    return row


def weak_find(row: int) -> int:
    return load_word(_rows + row, TARGET)


def weak_died(object: int) -> None:
    # It is nobody's target and nobody's owner any more.
    weak_clear(object)
    row = _find(_by_owner, object, OWNER, NEXT_BY_OWNER)
    while row >= 0:
        _drop_row(row)
        row = _find(_by_owner, object, OWNER, NEXT_BY_OWNER)


def weak_clear(target: int) -> None:
    row = _find(_by_target, target, TARGET, NEXT_BY_TARGET)
    while row >= 0:
        _clear_row(row)
        row = _find(_by_target, target, TARGET, NEXT_BY_TARGET)


def weak_sweep(is_alive) -> None:
    # Many have died at once.
    row = 0
    while row != _end:
        if load_word(_rows + row, OWNER) != 0:
            target = load_word(_rows + row, TARGET)
            if target != 0 and not is_alive(target):
                _clear_row(row)
            if not is_alive(load_word(_rows + row, OWNER)):
                _drop_row(row)
        row = row + int_shl(1, ROW_SHIFT)


def _clear_row(row: int) -> None:
    _unlink(_by_target, row, TARGET, NEXT_BY_TARGET)
    store_word(_rows + row, TARGET, 0)


def _drop_row(row: int) -> None:
    global _free
    if load_word(_rows + row, TARGET) != 0:
        _clear_row(row)
    _unlink(_by_owner, row, OWNER, NEXT_BY_OWNER)
    store_word(_rows + row, OWNER, 0)
    store_word(_rows + row, NEXT_BY_OWNER, _free)
    _free = row + 1


# ---- the tables ----


def _chain(table: int, object: int) -> int:
    # The address of its beginning.
    hash = int_ushr(object, 4) ^ int_ushr(object, 16)
    return table + int_shl(hash & _capacity - 1, 3)


def _link(table: int, row: int, key: int, next: int) -> None:
    chain = _chain(table, load_word(_rows + row, key))
    store_word(_rows + row, next, load_word(chain, 0))
    store_word(chain, 0, row + 1)


def _find(table: int, object: int, key: int, next: int) -> int:
    # The first row with that key; -1: there is none.
    if _capacity == 0:
        return -1
    row = load_word(_chain(table, object), 0) - 1
    while row >= 0 and load_word(_rows + row, key) != object:
        row = load_word(_rows + row, next) - 1
    return row


def _unlink(table: int, row: int, key: int, next: int) -> None:
    place = _chain(table, load_word(_rows + row, key))
    while load_word(place, 0) != row + 1:
        place = _rows + load_word(place, 0) - 1 + next
    store_word(place, 0, load_word(_rows + row, next))


def _grow() -> None:
    # All rows are in use.
    global _rows, _capacity, _by_owner, _by_target
    used = int_shl(_capacity, ROW_SHIFT)
    old = _rows
    _capacity = SMALLEST if _capacity == 0 else int_shl(_capacity, 1)
    _rows = _reserve(int_shl(_capacity, ROW_SHIFT))
    if used != 0:
        memory_copy(_rows, old, used)
        memory_release(old)
        memory_release(_by_owner)
        memory_release(_by_target)
    _by_owner = _reserve_table()
    _by_target = _reserve_table()
    row = 0
    while row != used:
        _link(_by_owner, row, OWNER, NEXT_BY_OWNER)
        if load_word(_rows + row, TARGET) != 0:
            _link(_by_target, row, TARGET, NEXT_BY_TARGET)
        row = row + int_shl(1, ROW_SHIFT)


def _reserve_table() -> int:
    table = _reserve(int_shl(_capacity, 3))
    memory_zero(table, int_shl(_capacity, 3))
    return table


def _reserve(bytes: int) -> int:
    memory = memory_reserve(bytes)
    if memory == 0:
        report(COLLECTOR_HAS_NO_MEMORY, bytes)
    return memory
