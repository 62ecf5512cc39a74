# Mark & sweep: small objects in cells of their sizes, large ones apart, nothing moves. One word of header, no other
# memory an object. A collection marks; cells are swept when they are needed.
from weft.gc.blocks import (
    BLOCK,
    SMALL,
    add_block,
    begin_sweep,
    block_bytes,
    given,
    reset_given,
    start_blocks,
    sweep_all,
    take_swept,
    try_take,
)
from weft.gc.large import MOST, large_bytes, reserve_large, sweep_large
from weft.gc.marking import live_bytes, mark_all, mark_roots, start_marking
from weft.gc.roots import start_roots
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
from weft.gc.verify import verify_heap
from weft.lowlevel import int_ult, int_ushr

__system__ = True
__wrapping__ = True

SMALLEST_BUDGET = 0x40_0000
GROWTH = 182  # per cent of what is alive: the size of the heap at the next collection

_budget = 0  # bytes that may be handed out between two collections
_large_before = 0  # bytes of large objects after the last one
_most = 0  # bytes that may be in use
_spare = 0  # bytes more, since the program is making a MemoryError
_stress = 0
_verify = 0


def start() -> None:
    global _budget, _most, _stress, _verify
    _stress = stress_level()
    _verify = 1 if is_verifying() else 0
    _most = heap_limit()
    start_roots()
    start_blocks(_stress)
    start_marking()
    _budget = nursery_bytes(SMALLEST_BUDGET)


# ---- allocation ----


def try_allocate(size: int) -> int:
    return try_take(size)


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
    # Without a collection; 0 if it is time for one.
    if int_ult(SMALL, size):
        return _find_large(size)
    if _is_used_up(0):
        return 0
    result = take_swept(size)
    if result == 0 and _has_room(BLOCK) and add_block(size, _spare):
        result = take_swept(size)
    return result


def _find_large(size: int) -> int:
    if int_ult(MOST, size) or _is_used_up(size) or not _has_room(size):
        return 0
    return reserve_large(size)


def _is_used_up(size: int) -> bool:
    # One large object may be bigger than the budget; who makes a MemoryError is not asked.
    used = given() + large_bytes() - _large_before
    return _budget < used + size and used != 0 and _spare == 0


def _has_room(size: int) -> bool:
    if _free_room() < size:
        sweep_all()
    return size <= _free_room()


def _free_room() -> int:
    return _most + _spare - block_bytes() - large_bytes()


def _hand_out_spare() -> None:
    # There is no memory for the program, but for its MemoryError.
    global _spare
    _spare = SPARE


# ---- collection ----


def collect() -> None:
    global _spare, _budget, _large_before
    report(COLLECTION_BEGINS, block_bytes() + large_bytes())
    sweep_all()
    start_marking()
    mark_roots()
    mark_all()
    begin_sweep()
    sweep_large()
    if _stress != 0:
        sweep_all()
    reset_given()
    _spare = 0
    _large_before = large_bytes()
    _budget = grown(live_bytes(), GROWTH) - live_bytes()
    if _budget < nursery_bytes(SMALLEST_BUDGET):
        _budget = nursery_bytes(SMALLEST_BUDGET)
    report(COLLECTION_ENDS, live_bytes())
    if _verify != 0:
        verify_heap()


# ---- identity ----


def identity_hash(object: int) -> int:
    return int_ushr(object, 3)
