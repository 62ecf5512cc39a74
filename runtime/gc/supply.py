# What memory is taken from where, and when it is time for a collection, for collectors whose objects all live in cells
# of their sizes or apart.
from weft.gc.blocks import BLOCK, SMALL, add_block, block_bytes, given, reset_given, start_blocks, sweep_all, take_swept
from weft.gc.large import MOST, large_bytes, reserve_large
from weft.gc.settings import SPARE, grown, heap_limit, nursery_bytes
from weft.lowlevel import int_ult

__system__ = True
__wrapping__ = True

SMALLEST_BUDGET = 0x100_0000
GROWTH = 250  # per cent of what is alive: the size of the heap at the next collection

_budget = 0  # bytes that may be handed out between two collections
_large_before = 0  # bytes of large objects after the last one
_most = 0  # bytes that may be in use
_spare = 0  # bytes more, since the program is making a MemoryError


def start_supply(stress: int) -> None:
    global _budget, _most
    _most = heap_limit()
    start_blocks(stress)
    _budget = nursery_bytes(SMALLEST_BUDGET)


def find(size: int) -> int:
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


def hand_out_spare() -> None:
    # There is no memory for the program, but for its MemoryError.
    global _spare
    _spare = SPARE


def renew_budget(live: int) -> None:
    # A collection has left so many bytes.
    global _spare, _budget, _large_before
    reset_given()
    _spare = 0
    _large_before = large_bytes()
    _budget = grown(live, GROWTH) - live
    if _budget < nursery_bytes(SMALLEST_BUDGET):
        _budget = nursery_bytes(SMALLEST_BUDGET)
