# Large objects, each in memory of its own that it never leaves. Before an object there are four words: the next large
# object, the size, a link or number for the collector, and the identity hash if the object has one from elsewhere.
# Behind it there is a byte for each card, as many bytes of the object as 128 pointers take.
from weft.gc.extent import extend
from weft.gc.objects import MARKED
from weft.lowlevel import int_ult, int_ushr, load_word, memory_release, memory_reserve, store_word

__system__ = True
__wrapping__ = True

CARD_SHIFT = 10
MOST = 0x1000_0000_0000  # bytes of an object: more than any machine has

# Offsets from the object
_NEXT = -32
_SIZE = -24
LINK = -16
BEFORE = 32

_first = 0
_bytes = 0


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


def card_count(size: int) -> int:
    return int_ushr(size, CARD_SHIFT) + 1


def reserve_large(size: int) -> int:
    # A new large object; 0 if there is no memory.
    global _first, _bytes
    if int_ult(MOST, size):
        return 0
    memory = memory_reserve(BEFORE + size + card_count(size))
    if memory == 0:
        return 0
    extend(memory, BEFORE + size)
    object = memory + BEFORE
    store_word(object, _NEXT, _first)
    store_word(object, _SIZE, size)
    store_word(object, LINK, 0)
    _first = object
    _bytes = _bytes + size
    return object


def sweep_large() -> None:
    # Frees what is not marked, and takes the marks off the rest.
    global _first
    previous = 0
    object = _first
    while object != 0:
        next = load_word(object, _NEXT)
        header = load_word(object, 0)
        if header & MARKED != 0:
            store_word(object, 0, header & ~MARKED)
            previous = object
        else:
            if previous == 0:
                _first = next
            else:
                store_word(previous, _NEXT, next)
            _free(object)
        object = next


def _free(object: int) -> None:
    global _bytes
    _bytes = _bytes - load_word(object, _SIZE)
    memory_release(object - BEFORE)
