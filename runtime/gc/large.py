# Large objects, each in memory of its own that it never leaves. Before an object there are four words: the next large
# object, the size, a link or number for the collector, and the identity hash if the object has one from elsewhere.
# Behind it there is a byte for each card, a cache line of the object: who writes at random dirties as many bytes as he
# writes to anyway.
from weft.gc.extent import extend
from weft.gc.objects import MARKED
from weft.lowlevel import (
    arena_reserve,
    arena_retire,
    int_shl,
    int_udiv,
    int_ult,
    int_ushr,
    load_word,
    memory_release,
    memory_reserve,
    store_word,
)

__system__ = True
__wrapping__ = True

CARD_SHIFT = 6
PARTS_SHIFT = 6  # parts of the refuge
MOST = 0x1000_0000_0000  # bytes of an object: more than any machine has

# Offsets from the object
_NEXT = -32
_SIZE = -24
LINK = -16
BEFORE = 32

_first = 0
_bytes = 0
_refuge = 0
_refuge_bytes = 0
_refuge_free = 0  # where the next refugee goes, and where there is no more room for any
_refuge_end = 0
_refugees = 0


def large_bytes() -> int:
    return _bytes


def large_size(object: int) -> int:
    return load_word(object, _SIZE)


def first_large() -> int:
    return _first


def next_large(object: int) -> int:
    return load_word(object, _NEXT)


def cards_of(object: int) -> int:
    return object + load_word(object, _SIZE)


def card_bytes(size: int) -> int:
    # One each, up to whole words.
    return int_ushr(size, CARD_SHIFT) + 8 & -8


def reserve_large(size: int) -> int:
    # A new large object; 0 if there is no memory.
    if int_ult(MOST, size):
        return 0
    memory = memory_reserve(BEFORE + size + card_bytes(size))
    return 0 if memory == 0 else _enter(memory, size)


def _enter(memory: int, size: int) -> int:
    global _first, _bytes
    extend(memory, BEFORE + size)
    object = memory + BEFORE
    store_word(object, _NEXT, _first)
    store_word(object, _SIZE, size)
    store_word(object, LINK, 0)
    _first = object
    _bytes = _bytes + size
    return object


# ---- the refuge: memory for objects that must go somewhere when there is no other; all of it is free again when all of
# them are dead ----


def reserve_refuge(size: int) -> bool:
    # One of that size from now on; False if there is no memory, or somebody is in the one that there is.
    global _refuge, _refuge_bytes
    refuge = 0 if _refugees != 0 else memory_reserve(size)
    if refuge == 0:
        return False
    if _refuge != 0:
        memory_release(_refuge)
    arena_retire(refuge, size)
    _refuge = refuge
    _refuge_bytes = size
    _open_refuge()
    return True


def _open_refuge() -> None:
    # Nobody is there.
    global _refuge_free, _refuge_end
    _refuge_free = _refuge
    _refuge_end = _refuge + _refuge_bytes


def refuge_room() -> int:
    return _refuge_end - _refuge_free


def flee(size: int) -> int:
    # A new large object of any size, as long as there is room.
    global _refuge_free, _refugees
    memory = _refuge_free
    _refuge_free = memory + BEFORE + size + card_bytes(size)
    _refugees = _refugees + 1
    arena_reserve(memory, _refuge_free - memory)
    return _enter(memory, size)


def _leave(object: int) -> None:
    global _refugees
    arena_retire(object - BEFORE, BEFORE + load_word(object, _SIZE))
    _refugees = _refugees - 1
    if _refugees == 0:
        _open_refuge()
        arena_retire(_refuge, _refuge_bytes)


def _find_refuge() -> None:
    # Some are left there who may stay for good: the longest row of parts in which nobody is serves from now on, if that
    # is more than there is.
    global _refuge_free, _refuge_end
    part = int_ushr(_refuge_bytes, PARTS_SHIFT) & -8
    taken = _taken_parts(part)
    first = 0
    best = 0
    count = 0
    i = 0
    while i != int_shl(1, PARTS_SHIFT):
        count = count + 1 if int_ushr(taken, i) & 1 == 0 else 0
        i = i + 1
        if count > best:
            best = count
            first = i - count
    if best * part > refuge_room():
        _refuge_free = _refuge + first * part
        _refuge_end = _refuge_free + best * part


def _taken_parts(part: int) -> int:
    # A bit for each part of the refuge in which there are objects.
    taken = 0
    object = _first
    while object != 0:
        at = object - BEFORE - _refuge
        if int_ult(at, _refuge_bytes):
            i = int_udiv(at, part)
            size = load_word(object, _SIZE)
            last = int_udiv(at + BEFORE + size + card_bytes(size) - 1, part)
            while i <= last and i < int_shl(1, PARTS_SHIFT):
                taken = taken | int_shl(1, i)
                i = i + 1
        object = load_word(object, _NEXT)
    return taken


def sweep_large() -> None:
    # Frees what is not marked, and takes the marks off the rest.
    previous = 0
    object = _first
    while object != 0:
        next = load_word(object, _NEXT)
        header = load_word(object, 0)
        if header & MARKED != 0:
            store_word(object, 0, header & ~MARKED)
            previous = object
        else:
            _unlink(previous, next)
            _free(object)
        object = next
    if _refugees != 0:
        _find_refuge()


def link_back(object: int) -> None:
    # The newest large object: LINK is the one before in the list, for collectors that free single ones.
    next = load_word(object, _NEXT)
    if next != 0:
        store_word(next, LINK, object)


def free_large(object: int) -> None:
    previous = load_word(object, LINK)
    next = load_word(object, _NEXT)
    _unlink(previous, next)
    if next != 0:
        store_word(next, LINK, previous)
    _free(object)


def _unlink(previous: int, next: int) -> None:
    global _first
    if previous == 0:
        _first = next
    else:
        store_word(previous, _NEXT, next)


def _free(object: int) -> None:
    global _bytes
    _bytes = _bytes - load_word(object, _SIZE)
    if int_ult(object - _refuge, _refuge_bytes):
        _leave(object)
    else:
        memory_release(object - BEFORE)
