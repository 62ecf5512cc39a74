# Nurseries that became old where they are, since nearly all in them survived. Each has a row, with a bit for every word
# where a cell begins; the cells lie one behind the other, and the first time that they are swept each is cut to the size
# of its object. A cell holds an object, or an identity hash and an object, or is free, which looks as it does in blocks.
from weft.gc.blocks import ALL_BLOCKS, BLOCK, SMALL, give, leave_stretch, use_stretch
from weft.gc.objects import MARKED, object_size
from weft.lowlevel import (
    arena_reserve,
    int_shl,
    int_udiv,
    int_ult,
    int_ushr,
    load_word,
    memory_copy,
    memory_release,
    memory_reserve,
    memory_zero,
    store_word,
    type_layout,
)

__system__ = True
__wrapping__ = True

# Offsets in a row
NEXT = 0
START = 8
BYTES = 16
IS_TRIMMED = 24  # cells end where their objects end
BITS = 32

WORD_SHIFT = 9  # a word of bits stands for so many bytes: 1 << WORD_SHIFT

_rows = 0  # the first one that is swept
_unswept = 0
_open = 0  # the one that objects are kept in now
_walk_row = 0
_walk_cell = 0  # the next one to look at


def open_kept(start: int, bytes: int) -> bool:
    # From now on objects may be kept there, in so many bytes, whole blocks. False if there is no memory.
    global _open
    _open = _new_row(start, bytes)
    return _open != 0


def note_kept(object: int) -> None:
    _set_start(_open, object)


def close_kept() -> None:
    # All are noted.
    global _open, _rows
    _start_with_cell(_open)
    store_word(_open, NEXT, _rows)
    _rows = _open
    use_stretch(load_word(_open, BYTES))
    _open = 0


def _new_row(start: int, bytes: int) -> int:
    # 0 if there is no memory for it.
    bits = int_ushr(bytes, WORD_SHIFT - 3)
    row = memory_reserve(BITS + bits)
    if row != 0:
        memory_zero(row + BITS, bits)
        store_word(row, START, start)
        store_word(row, BYTES, bytes)
        store_word(row, IS_TRIMMED, 0)
    return row


def _start_with_cell(row: int) -> None:
    # What lies before the first one is free.
    start = load_word(row, START)
    if _next_start(row, start) != start:
        _set_start(row, start)
        arena_reserve(start, 8)
        store_word(start, 0, 0)


# ---- where cells begin ----


def _set_start(row: int, cell: int) -> None:
    offset = cell - load_word(row, START)
    word = row + BITS + int_shl(int_ushr(offset, WORD_SHIFT), 3)
    store_word(word, 0, load_word(word, 0) | int_shl(1, int_ushr(offset, 3) & 63))


def _next_start(row: int, place: int) -> int:
    # The first cell from there on; the end if there is none.
    start = load_word(row, START)
    end = start + load_word(row, BYTES)
    while int_ult(place, end):
        offset = place - start
        word = load_word(row + BITS + int_shl(int_ushr(offset, WORD_SHIFT), 3), 0)
        bits = int_ushr(word, int_ushr(offset, 3) & 63)
        if bits != 0:
            while bits & 1 == 0:
                bits = int_ushr(bits, 1)
                place = place + 8
            return place
        place = start + int_shl(int_ushr(offset, WORD_SHIFT) + 1, WORD_SHIFT)
    return end


def _object_in(cell: int) -> int:
    return cell + 8 if load_word(cell, 0) < 0 else cell


# ---- sweeping ----


def begin_kept_sweep() -> None:
    # All that are alive are marked. Before, all were swept.
    global _rows, _unswept
    _unswept = _rows
    _rows = 0


def sweep_kept(blocks: int) -> int:
    # At least so many blocks, if there are; how many of those are left to sweep.
    global _unswept
    while blocks > 0 and _unswept != 0:
        row = _unswept
        _unswept = load_word(row, NEXT)
        blocks = blocks - int_udiv(load_word(row, BYTES), BLOCK)
        _sweep_row(row)
    return blocks if blocks > 0 else 0


def sweep_all_kept() -> None:
    sweep_kept(ALL_BLOCKS)


def _sweep_row(row: int) -> None:
    # Blocks in which nothing is alive serve for anything; the row ends before the first of them.
    global _rows
    start = load_word(row, START)
    end = start + load_word(row, BYTES)
    place = start
    while place != end:
        last = _dead_until(row, start, place, end)
        if last != place and (last == end or _split(row, last)):
            leave_stretch(place, last - place)
            end = place
        else:
            place = place + BLOCK
    if end == start:
        memory_release(row)
        return
    store_word(row, BYTES, end - start)
    _sweep_cells(row, start, end)
    store_word(row, IS_TRIMMED, 1)
    store_word(row, NEXT, _rows)
    _rows = row


def _dead_until(row: int, start: int, place: int, end: int) -> int:
    # How far nothing is alive from there on, in whole blocks. An object before may reach into the first one.
    first = place - SMALL - 8
    cell = _marked_from(row, start if int_ult(first, start) else first)
    return end if cell == 0 else place + (cell - place & -BLOCK if int_ult(place, cell) else 0)


def _split(row: int, place: int) -> bool:
    # What is from there on gets a row of its own, which is to be swept. False if there is no memory for it.
    global _unswept
    offset = place - load_word(row, START)
    bytes = load_word(row, BYTES) - offset
    tail = _new_row(place, bytes)
    if tail == 0:
        return False
    store_word(tail, IS_TRIMMED, load_word(row, IS_TRIMMED))
    memory_copy(tail + BITS, row + BITS + int_ushr(offset, WORD_SHIFT - 3), int_ushr(bytes, WORD_SHIFT - 3))
    _start_with_cell(tail)
    store_word(tail, NEXT, _unswept)
    _unswept = tail
    return True


def _sweep_cells(row: int, start: int, end: int) -> None:
    # A cell ends where the next one begins: one after the other, of each word of bits.
    bits = row + BITS
    place = start
    cell = start
    while place != end:
        word = load_word(bits, 0)
        at = place
        while word != 0:
            if word & 1 != 0 and at != cell:
                _sweep_cell(row, cell, at)
                cell = at
            word = int_ushr(word, 1)
            at = at + 8
        bits = bits + 8
        place = place + int_shl(1, WORD_SHIFT)
    _sweep_cell(row, cell, end)


def _sweep_cell(row: int, cell: int, end: int) -> None:
    # What the object leaves of its cell at first is free, too.
    object = _object_in(cell)
    header = load_word(object, 0)
    if header & MARKED == 0:
        _free(row, cell, end - cell)
        return
    store_word(object, 0, header & ~MARKED)
    if load_word(row, IS_TRIMMED) == 0:
        rest = object + object_size(object, type_layout(header))
        if rest != end:
            _set_start(row, rest)
            _free(row, rest, end - rest)


def _free(row: int, cell: int, size: int) -> None:
    arena_reserve(cell, 8)
    while int_ult(SMALL, size):
        give(cell, SMALL)
        cell = cell + SMALL
        size = size - SMALL
        _set_start(row, cell)
        arena_reserve(cell, 8)
    give(cell, size)


# ---- walking ----


def first_kept_marked() -> int:
    # Marked objects one after the other, 0 at last. All must be swept.
    global _walk_row, _walk_cell
    _walk_row = _rows
    _walk_cell = 0 if _rows == 0 else load_word(_rows, START)
    return next_kept_marked()


def next_kept_marked() -> int:
    global _walk_row, _walk_cell
    while _walk_row != 0:
        cell = _marked_from(_walk_row, _walk_cell)
        if cell != 0:
            _walk_cell = cell + 8
            return _object_in(cell)
        _walk_row = load_word(_walk_row, NEXT)
        if _walk_row != 0:
            _walk_cell = load_word(_walk_row, START)
    return 0


def _marked_from(row: int, place: int) -> int:
    # The first cell from there on with a marked object; 0 if there is none.
    end = load_word(row, START) + load_word(row, BYTES)
    cell = _next_start(row, place)
    while cell != end:
        if load_word(_object_in(cell), 0) & MARKED != 0:
            return cell
        cell = _next_start(row, cell + 8)
    return 0
