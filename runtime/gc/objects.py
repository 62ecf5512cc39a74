# What all collectors know of objects: the header, the layout record of a type, sizes, and how an object is copied.
#
# A word where a header could be, but that is negative, is none: it is ~address of the object's copy (left behind by a
# copying collector) or ~hash, the identity hash of the object that begins 8 bytes later.
from weft.lowlevel import int_shl, load_byte, load_word, memory_copy, store_word

__system__ = True
__wrapping__ = True

# ---- header bits; the lower half is the type id ----
IMMORTAL = 0x1_0000_0000  # prebuilt or on the machine stack: neither moved nor freed
ON_STACK = 0x2_0000_0000
CARDED = 0x0200_0000_0000_0000  # stores of items into it are noted by cards
SEEN = 0x0400_0000_0000_0000  # by the heap verifier
TRACKED = 0x0800_0000_0000_0000  # old, and a store of a pointer into it must be noted
MARKED = 0x1000_0000_0000_0000
HASH_TAKEN = 0x2000_0000_0000_0000  # somebody knows the hash that follows from the address
HASH_STORED = 0x4000_0000_0000_0000  # ~hash is in the word before the object
HASHED = 0x6000_0000_0000_0000  # either

# ---- layout records ----
FIXED_SIZE = 0  # of the fixed part, header included
ITEM_SIZE = 8  # 0: no variable part
LENGTH_OFFSET = 16
ITEMS_OFFSET = 24
FLAGS = 32
ROOM_OFFSET = 40
POINTER_COUNT = 48
FIRST_POINTER = 56

# ---- flags ----
ITEMS_ARE_POINTERS = 1
HAS_FINALIZER = 2
HEADERLESS = 8  # static memory: module variables


def object_size(object: int, layout: int) -> int:
    if load_word(layout, ITEM_SIZE) == 0:
        return load_word(layout, FIXED_SIZE)
    return variable_size(object, layout)


def variable_size(object: int, layout: int) -> int:
    room = load_word(layout, ROOM_OFFSET)
    if room != 0:
        shift = load_byte(object, room)
        if shift != 0:
            return rounded(load_word(layout, ITEMS_OFFSET) + int_shl(1, shift))
    length = load_word(object, load_word(layout, LENGTH_OFFSET))
    return rounded(load_word(layout, ITEMS_OFFSET) + length * load_word(layout, ITEM_SIZE))


def rounded(size: int) -> int:
    # Up to whole words.
    return size + 7 & -8


def has_pointers(layout: int) -> bool:
    return load_word(layout, POINTER_COUNT) + (load_word(layout, FLAGS) & ITEMS_ARE_POINTERS) != 0


def each_pointer(object: int, layout: int, visit) -> None:
    # All pointers that the object holds, one after the other. What visit gives is of no interest.
    field = layout + FIRST_POINTER
    end = field + int_shl(load_word(layout, POINTER_COUNT), 3)
    while field != end:
        visit(load_word(object + load_word(field, 0), 0))
        field = field + 8
    if load_word(layout, FLAGS) & ITEMS_ARE_POINTERS != 0:
        slot = object + load_word(layout, ITEMS_OFFSET)
        end = slot + int_shl(load_word(object, load_word(layout, LENGTH_OFFSET)), 3)
        while slot != end:
            visit(load_word(slot, 0))
            slot = slot + 8


def copy_object(to: int, object: int, layout: int, size: int) -> None:
    # The header is the caller's. What has items may have some that were never set.
    if load_word(layout, ITEM_SIZE) != 0:
        memory_copy(to + 8, object + 8, size - 8)
    else:
        copy_words(to, object, size)


def copy_words(to: int, object: int, size: int) -> None:
    # All but the header of an object without items. It is small and fully set: words are faster than a call.
    at = 8
    while at != size:
        store_word(to, at, load_word(object, at))
        at = at + 8
