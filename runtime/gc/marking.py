# Marking what can be reached, for collectors whose objects stay where they are: all at once, or in steps between which
# the program runs (who writes into a marked object then has to say `mark_again`).
#
# A grey object is marked and on the stack: its fields are still to be looked at. An array is done in slices: the number
# of the next item stands above it on the stack, doubled plus one. If the stack cannot grow, grey objects are dropped,
# and found again by looking at all marked ones, so marking always ends.
from weft.gc.blocks import first_marked, next_marked
from weft.gc.extent import is_in_extent
from weft.gc.kept import first_kept_marked, next_kept_marked
from weft.gc.large import first_large, next_large
from weft.gc.objects import (
    FIRST_POINTER,
    FLAGS,
    IMMORTAL,
    ITEMS_ARE_POINTERS,
    ITEMS_OFFSET,
    LENGTH_OFFSET,
    MARKED,
    POINTER_COUNT,
    has_pointers,
    object_size,
)
from weft.gc.roots import first_root, next_root
from weft.gc.stack import is_empty, new_stack, pop, push
from weft.gc.watch import settle
from weft.lowlevel import (
    int_shl,
    int_shr,
    load_word,
    memory_reserve,
    memory_zero,
    prefetch,
    store_word,
    type_layout,
)

__system__ = True
__wrapping__ = True

SLICE = 128  # items
AHEAD = 0x80  # bytes of the queue

_stack = 0
_queue = 0  # of objects to be marked, whose headers are on their way into the cache; 0: a free place
_next = 0  # place in the queue
_live = 0  # bytes of the marked objects
_dropped = 0  # some grey object was
_work = 0  # words to look at before the step ends
_looked_at = 0  # words that all steps of this marking looked at


def start_marking() -> None:
    global _stack, _queue, _live, _looked_at
    if _stack == 0:
        _stack = new_stack()
        _queue = memory_reserve(AHEAD)
        memory_zero(_queue, AHEAD)
    _live = 0
    _looked_at = 0


def live_bytes() -> int:
    return _live


def looked_at() -> int:
    return _looked_at


def count_live(size: int) -> None:
    # For what the collector marks itself.
    global _live
    _live = _live + size


def mark_roots() -> None:
    slot = first_root()
    while slot != 0:
        mark(load_word(slot, 0))
        slot = next_root()


def mark(object: int) -> None:
    # Makes it grey unless it is marked or cannot be. Need not be an object if it is not in the heap.
    if is_in_extent(object):
        header = load_word(object, 0)
        if header & (IMMORTAL | MARKED) == 0:
            store_word(object, 0, header | MARKED)
            layout = type_layout(header)
            count_live(object_size(object, layout))
            if has_pointers(layout):
                mark_again(object)


def _mark_soon(object: int) -> None:
    # The same, after others: memory is slow, and what a grey object points to may be anywhere.
    if is_in_extent(object):
        prefetch(object)
        before = _exchange(object)
        if before != 0:
            mark(before)


def _exchange(object: int) -> int:
    # What has waited longest in the queue leaves its place to another.
    global _next
    place = _queue + _next
    _next = _next + 8 & AHEAD - 8
    before = load_word(place, 0)
    store_word(place, 0, object)
    return before


def _mark_waiting() -> None:
    place = _queue
    while place != _queue + AHEAD:
        object = load_word(place, 0)
        if object != 0:
            store_word(place, 0, 0)
            mark(object)
        place = place + 8


def mark_again(object: int) -> None:
    # What is marked becomes grey.
    global _dropped
    if not push(_stack, object):
        _dropped = 1


def mark_all() -> None:
    while mark_some(0x1_0000_0000):
        pass


def settle_marked() -> None:
    # When nothing is grey: what is watched and not marked is dead.
    settle(_survivor, _trace)


def _survivor(object: int) -> int:
    if is_in_extent(object) and load_word(object, 0) & (IMMORTAL | MARKED) == 0:
        return 0
    return object


def _trace(object: int) -> int:
    mark(object)
    mark_all()
    return object


def mark_some(words: int) -> bool:
    # Goes on until that many words were looked at; False if nothing is grey any more.
    global _work, _looked_at
    _work = words
    is_more = True
    while is_more and _work > 0:
        if is_empty(_stack):
            is_more = _find_grey()
        else:
            scan(pop(_stack))
    _looked_at = _looked_at + words - _work
    return is_more


def _find_grey() -> bool:
    # False if nothing is.
    _mark_waiting()
    if is_empty(_stack):
        if _dropped == 0:
            return False
        _find_dropped()
    return True


def scan(entry: int) -> None:
    # Marks what a grey object points to, of large arrays a part at first: what was on the stack, or an object.
    if entry & 1 != 0:
        object = pop(_stack)
        _scan_items(object, type_layout(load_word(object, 0)), int_shr(entry, 1))
        return
    layout = type_layout(load_word(entry, 0))
    if load_word(layout, FLAGS) & ITEMS_ARE_POINTERS != 0:
        _scan_items(entry, layout, 0)
    _scan_fields(entry, layout)


def _scan_fields(object: int, layout: int) -> None:
    global _work
    count = load_word(layout, POINTER_COUNT)
    _work = _work - count - 1
    field = layout + FIRST_POINTER
    end = field + int_shl(count, 3)
    while field != end:
        _mark_soon(load_word(object + load_word(field, 0), 0))
        field = field + 8


def _scan_items(object: int, layout: int, first: int) -> None:
    # A slice; the rest becomes grey.
    global _work
    count = load_word(object, load_word(layout, LENGTH_OFFSET)) - first
    if count > SLICE:
        count = SLICE
        _push_slice(object, first + SLICE)
    _work = _work - count
    slot = object + load_word(layout, ITEMS_OFFSET) + int_shl(first, 3)
    end = slot + int_shl(count, 3)
    while slot != end:
        _mark_soon(load_word(slot, 0))
        slot = slot + 8


def _push_slice(object: int, first: int) -> None:
    global _dropped
    if not push(_stack, object):
        _dropped = 1
    elif not push(_stack, int_shl(first, 1) + 1):
        pop(_stack)
        _dropped = 1


def _find_dropped() -> None:
    # Every marked object may be one that was dropped.
    global _dropped
    _dropped = 0
    object = first_marked()
    while object != 0:
        _scan_whole(object)
        object = next_marked()
    object = first_kept_marked()
    while object != 0:
        _scan_whole(object)
        object = next_kept_marked()
    object = first_large()
    while object != 0:
        if load_word(object, 0) & MARKED != 0:
            _scan_whole(object)
        object = next_large(object)


def _scan_whole(object: int) -> None:
    # With what hangs on it.
    scan(object)
    while not is_empty(_stack):
        scan(pop(_stack))
