# Mark & sweep as in the report D07.1, for comparison: the header has two words, the type id with the mark, and before it
# the next object in the chain of all. Each object has memory of its own. A collection follows the chain and frees what
# was not marked.
from weft.gc.extent import extend, is_in_extent
from weft.gc.large import MOST
from weft.gc.objects import IMMORTAL, MARKED, each_pointer, has_pointers, object_size
from weft.gc.pending import finalizer_next, finalizer_take  # noqa: F401
from weft.gc.roots import first_root, next_root, start_roots
from weft.gc.settings import (
    COLLECTION_BEGINS,
    COLLECTION_ENDS,
    SPARE,
    grown,
    heap_limit,
    is_verifying,
    nursery_bytes,
    report,
    stress_level,
)
from weft.gc.stack import is_empty, new_stack, pop, push
from weft.gc.verify import verify_heap
from weft.gc.watch import finalizer_all, finalizer_register, settle, weak_get, weak_new  # noqa: F401
from weft.lowlevel import int_ult, int_ushr, load_word, memory_release, memory_reserve, store_word, type_layout

__system__ = True
__wrapping__ = True

SMALLEST_BUDGET = 0x100_0000
GROWTH = 200  # per cent of what is alive: the size of the heap at the next collection
NEXT = -8  # offset from the object

_first = 0  # the newest object
_bytes = 0  # of all
_bytes_before = 0  # after the last collection
_budget = 0  # how many more make the next one
_most = 0  # bytes that may be in use
_spare = 0  # bytes beyond them for whoever makes a MemoryError, until the next collection
_kept = 0  # memory for him, if there is no other
_grey = 0  # stack of marked objects whose fields are still to be looked at
_dropped = 0  # there was no room for one
_stress = 0
_verify = 0


def start() -> None:
    global _budget, _most, _kept, _grey, _stress, _verify
    start_roots()
    _budget = nursery_bytes(SMALLEST_BUDGET)
    _most = heap_limit()
    _kept = memory_reserve(SPARE)
    _grey = new_stack()
    _stress = stress_level()
    _verify = 1 if is_verifying() else 0


# ---- allocation ----


def try_allocate(size: int) -> int:
    return 0


def allocate(size: int) -> int:
    if _stress != 0:
        collect()
    result = _find(size)
    if result == 0 and _stress == 0:
        collect()
        result = _find(size)
    if result == 0:
        _hand_out_spare()
    return result


def _find(size: int) -> int:
    # New memory, unless it is time for a collection; an object bigger than the budget has one to itself.
    global _first, _bytes
    made = _bytes - _bytes_before
    if int_ult(MOST, size) or _most + _spare - _bytes < size:
        return 0
    if _spare == 0 and made != 0 and _budget < made + size:
        return 0
    memory = memory_reserve(size - NEXT)
    if memory == 0:
        return 0
    extend(memory, size - NEXT)
    store_word(memory, 0, _first)
    _first = memory - NEXT
    _bytes = _bytes + size
    return _first


def _hand_out_spare() -> None:
    global _spare, _kept
    _spare = SPARE
    if _kept != 0:
        memory_release(_kept)
        _kept = 0


# ---- collection ----


def collect() -> None:
    global _bytes_before, _budget, _spare, _kept
    report(COLLECTION_BEGINS, _bytes)
    slot = first_root()
    while slot != 0:
        _mark(load_word(slot, 0))
        slot = next_root()
    _mark_all()
    settle(_survivor, _trace)
    _sweep()
    _bytes_before = _bytes
    _budget = grown(_bytes, GROWTH) - _bytes
    if _budget < nursery_bytes(SMALLEST_BUDGET):
        _budget = nursery_bytes(SMALLEST_BUDGET)
    _spare = 0
    if _kept == 0:
        _kept = memory_reserve(SPARE)
    report(COLLECTION_ENDS, _bytes)
    if _verify != 0:
        verify_heap()


def _mark(object: int) -> int:
    global _dropped
    if is_in_extent(object):
        header = load_word(object, 0)
        if header & (IMMORTAL | MARKED) == 0:
            store_word(object, 0, header | MARKED)
            if has_pointers(type_layout(header)) and not push(_grey, object):
                _dropped = 1
    return 0


def _mark_all() -> None:
    # What could not be remembered is among the marked objects of the chain.
    global _dropped
    _scan_grey()
    while _dropped != 0:
        _dropped = 0
        object = _first
        while object != 0:
            if load_word(object, 0) & MARKED != 0:
                _scan(object)
                _scan_grey()
            object = load_word(object, NEXT)


def _scan_grey() -> None:
    while not is_empty(_grey):
        _scan(pop(_grey))


def _scan(object: int) -> None:
    each_pointer(object, type_layout(load_word(object, 0)), _mark)


def _survivor(object: int) -> int:
    if is_in_extent(object) and load_word(object, 0) & (IMMORTAL | MARKED) == 0:
        return 0
    return object


def _trace(object: int) -> int:
    _mark(object)
    _mark_all()
    return object


def _sweep() -> None:
    # Links what was marked anew, in the same order, takes the marks off, and counts: objects may have shrunk.
    global _first, _bytes
    _bytes = 0
    previous = 0
    object = _first
    while object != 0:
        next = load_word(object, NEXT)
        header = load_word(object, 0)
        if header & MARKED != 0:
            store_word(object, 0, header & ~MARKED)
            _bytes = _bytes + object_size(object, type_layout(header))
            previous = object
        else:
            if previous == 0:
                _first = next
            else:
                store_word(previous, NEXT, next)
            memory_release(object + NEXT)
        object = next


# ---- identity ----


def identity_hash(object: int) -> int:
    return int_ushr(object, 3)
