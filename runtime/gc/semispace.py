# The copying collector of Cheney: what is alive is copied to the other one of two spaces. The program allocates in an
# area of its own between them, the same one after each collection: no more memory is touched than it takes. Objects
# that are large by then move to memory of their own, once and for all.
#
#     first space | area | second space
#
# What moves is in the area and in the space before or behind it, so it is between two addresses.
#
# The header of what was copied is ~address of the copy. An identity hash is the number of words before the object,
# counted over all the memory that was ever copied from, so no two objects have the same one; when the object moves it
# is remembered in the word before the copy. Objects that never move have their addresses, which are lower.
from weft.gc.large import LINK, MOST, large_bytes, reserve_large, sweep_large
from weft.gc.objects import (
    FIRST_POINTER,
    FIXED_SIZE,
    FLAGS,
    HASH_STORED,
    HASH_TAKEN,
    HASHED,
    IMMORTAL,
    ITEM_SIZE,
    ITEMS_ARE_POINTERS,
    ITEMS_OFFSET,
    LENGTH_OFFSET,
    MARKED,
    POINTER_COUNT,
    copy_object,
    copy_words,
    object_size,
    rounded,
    variable_size,
)
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
from weft.gc.verify import verify_heap
from weft.gc.watch import finalizer_all, finalizer_register, settle, weak_get, weak_new  # noqa: F401
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
    memory_zero,
    store_word,
    type_layout,
)

__system__ = True
__wrapping__ = True

SMALLEST_SPACE = 0x40_0000
GROWTH = 300  # per cent of what is alive: the size of the heap at the next collection,
GROWTH_OF_LITTLE = 800  # if that is less than
LITTLE = 0x400_0000
ROOMY = 16  # times the smallest area is added to one that was too small
LARGE = 0x8000  # bytes of an object that is not copied again
FIRST_HASH = 0x1000_0000_0000  # above all addresses / 8

_memory = 0  # both spaces and the area
_space_bytes = 0  # of each of the two: all that is in use fits in
_area = 0
_area_bytes = 0
_space = 0  # the one that objects were copied to last,
_used = 0  # and how many bytes they take
_free = 0  # where the next object begins
_end = 0  # how far objects may be allocated without asking; no further than _free if there is stress
_limit = 0  # how far they may be allocated at all until the next collection
_last = 0  # and who makes a MemoryError
_is_tight = 0  # whether _limit is much less than wanted
_smallest = 0
_most = 0  # bytes that may be in use
_large_limit = 0  # bytes of large objects until the next collection
_survivors = 256  # bytes of 256 that the last collection found alive
_doomed = 0  # bytes that it kept for finalizers only: they need no room to grow
_stress = 0
_verify = 0
_hashes = 0  # hash of an object where what moves begins
_new_hashes = 0  # how many objects have had theirs taken since the last collection

_from = 0  # where what moves is, now or in the collection that is under way,
_from_bytes = 0  # in so many bytes
_to = 0  # during a collection: where the next copy goes
_scan = 0  # what is copied, but whose fields still point to the old space, begins here
_grey_large = 0  # so do the fields of these large objects, linked


def start() -> None:
    global _smallest, _most, _stress, _verify, _hashes
    start_roots()
    _smallest = nursery_bytes(SMALLEST_SPACE)
    _most = heap_limit()
    _stress = stress_level()
    _verify = 1 if is_verifying() else 0
    _hashes = FIRST_HASH
    room = 0 if _stress != 0 else _smallest
    if _reserve(room, room, 0):
        _empty_area()
        _set_limits(0)


# ---- allocation ----


def try_allocate(size: int) -> int:
    global _free
    result = _free
    if int_ult(_end - result, size):
        return 0
    _free = result + size
    arena_reserve(result, size)
    return result


def allocate(size: int) -> int:
    if int_ult(LARGE, size):
        return _allocate_large(size)
    if _stress != 0 or int_ult(_limit - _free, size):
        _collect(size)
        if int_ult(_limit - _free, size):
            _hand_out_spare()
            return 0
    return _bump(size)


def _bump(size: int) -> int:
    global _end
    _end = _limit
    result = try_allocate(size)
    _set_end()
    return result


def _allocate_large(size: int) -> int:
    if _stress != 0 or int_ult(_large_limit - large_bytes(), size) or _is_too_much(size):
        _collect(0)
    result = 0
    if not _is_too_much(size):
        result = reserve_large(size)
    if result == 0:
        _hand_out_spare()
    else:
        _cut_limit()
    return result


def _is_too_much(size: int) -> bool:
    return int_ult(MOST, size) or _most - _in_use() - large_bytes() < size


def _hand_out_spare() -> None:
    # There is no memory for the program, but for its MemoryError.
    global _limit
    if _limit - _free < SPARE:
        _limit = _last if _last - _free < SPARE else _free + SPARE
        _set_end()


def _set_end() -> None:
    global _end
    _end = _free if _stress != 0 else _limit


# ---- the two spaces and the area ----


def _in_use() -> int:
    # Bytes that may be alive, large objects aside.
    return _used + (_free - _area)


def _reserve(in_use: int, room: int, more: int) -> bool:
    # Memory in place of what there is, which stays the caller's: spaces for as much as is in use, an area for so many
    # bytes. Some more costs nothing until it is used, and the memory serves for longer.
    global _memory, _space_bytes, _area, _area_bytes, _space
    space = rounded(in_use + int_ushr(in_use, 2) + more + more + SPARE + SPARE)
    area = rounded(room + int_ushr(room, 2) + more + SPARE)
    memory = memory_reserve(space + area + space)
    if memory == 0:
        return False
    arena_retire(memory, space + area + space)
    _memory = memory
    _space = memory
    _space_bytes = space
    _area = memory + space
    _area_bytes = area
    return True


def _empty_area() -> None:
    # What is alive is in the space.
    global _from, _from_bytes, _free
    _from = _memory if _space == _memory else _area
    _from_bytes = _space_bytes + _area_bytes
    _free = _area


def _grown(live: int) -> int:
    return grown(live, GROWTH if live > LITTLE else GROWTH_OF_LITTLE)


def _wanted_room(live: int) -> int:
    # How much may be allocated until the next collection if so much is alive.
    more = _grown(live) - live
    return _smallest if int_ult(more, _smallest) else more


def _set_limits(size: int) -> None:
    # After a collection because of an object of that size: how much more may be allocated. All of it can be copied.
    global _limit, _last, _large_limit, _is_tight
    more = _wanted_room(_used - _doomed + large_bytes())
    _large_limit = large_bytes() + more
    room = more + size
    if _area_bytes - SPARE < room:
        room = _area_bytes - SPARE
    if _space_bytes - SPARE - SPARE - _used < room:
        room = _space_bytes - SPARE - SPARE - _used
    _is_tight = 1 if room < int_ushr(more, 1) else 0
    if room < 0:
        room = 0
    _limit = _area + room
    _last = _limit + SPARE
    _cut_limit()


def _cut_limit() -> None:
    # Large objects and small ones share what may be in use.
    global _limit
    room = _most - large_bytes() - _used
    if room < _limit - _area:
        _limit = _area + room
        if int_ult(_limit, _free):
            _limit = _free
    _set_end()


# ---- collection ----


def collect() -> None:
    _collect(0)


def _collect(size: int) -> None:
    # If there is no memory for the copies (so many hashes were taken) all stays as it is, and the area as full.
    global _hashes, _new_hashes
    used = _used
    in_use = _in_use()
    memory = _memory
    bytes = _space_bytes + _area_bytes + _space_bytes
    report(COLLECTION_BEGINS, in_use + large_bytes())
    if not _find_space(in_use, size):
        return
    _copy_all()
    sweep_large()
    if _memory == memory:
        arena_retire(_from, _from_bytes)
    elif memory != 0:
        _release(memory, bytes, used)
    _hashes = _hashes + int_ushr(_from_bytes, 3)
    _new_hashes = 0
    _empty_area()
    _note_survivors(in_use)
    _set_limits(size)
    report(COLLECTION_ENDS, _used + large_bytes())
    if _verify != 0:
        verify_heap()


def _find_space(in_use: int, size: int) -> bool:
    # Where to copy to: the other space, or one in new memory if the last collection found that there is too little of
    # it. With stress it is new, for a stale pointer must be found out.
    needed = in_use + int_shl(_new_hashes, 3)
    if _stress != 0:
        return _reserve(needed + size, size, 0)
    is_enough = needed <= _space_bytes and _memory != 0
    if (not is_enough or _is_tight != 0) and _reserve_more(needed, size, _limit - _area if is_enough else 0):
        return True
    if is_enough:
        _use_other()
    return is_enough


def _reserve_more(needed: int, size: int, least: int) -> bool:
    # As much as what is expected to be alive wants, but no more than double; more than `least` if there is no memory.
    live = int_ushr(needed, 8) * _survivors
    room = _wanted_room(live)
    if needed < room and _smallest < needed:
        room = needed
    more = ROOMY * _smallest
    while room > least:
        if _reserve(needed if live + room < needed else live + room, room + size, more):
            return True
        room = int_ushr(room, 1)
        more = 0
    return False


def _use_other() -> None:
    global _space
    _space = _area + _area_bytes if _space == _memory else _memory


def _note_survivors(in_use: int) -> None:
    global _survivors
    if in_use != 0:
        _survivors = int_udiv(int_shl(_used - _doomed, 8), in_use)


def _release(memory: int, bytes: int, used: int) -> None:
    # Memory that nothing points to any more. There are so many bytes in the space, and what is in the area.
    if _stress != 0:
        memory_zero(_from, used)
        area = memory + bytes - _from_bytes
        memory_zero(area, _free - area)
    arena_retire(memory, bytes)
    memory_release(memory)


def _copy_all() -> None:
    global _to, _scan, _used, _doomed
    _to = _space
    _scan = _space
    slot = first_root()
    while slot != 0:
        _update(slot)
        slot = next_root()
    _scan_all()
    live_end = _to
    settle(_survivor, _trace)
    _doomed = _to - live_end
    _used = _to - _space


def _scan_all() -> None:
    while _scan != _to or _grey_large != 0:
        _scan_copies()
        if _grey_large != 0:
            _scan_large()


def _scan_copies() -> None:
    global _scan
    while _scan != _to:
        object = _scan
        header = load_word(object, 0)
        if header < 0:
            _scan = object + 8
        else:
            layout = type_layout(header)
            if load_word(layout, ITEM_SIZE) == 0:
                _scan = object + load_word(layout, FIXED_SIZE)
                _update_fields(object, layout)
            else:
                _scan = object + variable_size(object, layout)
                _update_fields(object, layout)
                _update_items(object, layout)


def _scan_large() -> None:
    global _grey_large
    object = _grey_large
    _grey_large = load_word(object, LINK)
    layout = type_layout(load_word(object, 0))
    _update_fields(object, layout)
    _update_items(object, layout)


def _update_fields(object: int, layout: int) -> None:
    field = layout + FIRST_POINTER
    end = field + int_shl(load_word(layout, POINTER_COUNT), 3)
    while field != end:
        _update(object + load_word(field, 0))
        field = field + 8


def _update_items(object: int, layout: int) -> None:
    if load_word(layout, FLAGS) & ITEMS_ARE_POINTERS != 0:
        slot = object + load_word(layout, ITEMS_OFFSET)
        end = slot + int_shl(load_word(object, load_word(layout, LENGTH_OFFSET)), 3)
        while slot != end:
            _update(slot)
            slot = slot + 8


def _update(slot: int) -> None:
    # Makes the pointer there point to where its object is from now on.
    object = load_word(slot, 0)
    if int_ult(object - _from, _from_bytes):
        store_word(slot, 0, _new_address(object))
    elif object != 0:
        _keep(object)


def _new_address(object: int) -> int:
    # Apart from _update, so that that is small enough to stand in line in loops.
    header = load_word(object, 0)
    return ~header if header < 0 else _move(object, header)


def _keep(object: int) -> None:
    # A large object, unless it is immortal, or a copy: an object on the stack that is a root twice comes twice.
    if int_ult(object - _space, _space_bytes):
        return
    header = load_word(object, 0)
    if header & (IMMORTAL | MARKED) == 0:
        store_word(object, 0, _grey(object, header))


def _move(object: int, header: int) -> int:
    # Copies an object; its new address.
    global _to
    layout = type_layout(header)
    if header & HASHED != 0 or load_word(layout, ITEM_SIZE) != 0:
        return _move_special(object, header, layout)
    to = _to
    size = load_word(layout, FIXED_SIZE)
    _to = to + size
    arena_reserve(to, size)
    store_word(to, 0, header)
    copy_words(to, object, size)
    store_word(object, 0, ~to)
    return to


def _move_special(object: int, header: int, layout: int) -> int:
    # One with a hash or items. A large one stays in the space if there is no other memory.
    size = object_size(object, layout)
    to = 0
    if int_ult(LARGE, size):
        to = reserve_large(size)
    if to != 0:
        header = _grey(to, header)
    else:
        to = _bump_copy(header, size)
    if header & HASHED != 0:
        store_word(to, -8, ~_hash_of(object, header))
        header = header | HASH_STORED
    store_word(to, 0, header)
    copy_object(to, object, layout, size)
    store_word(object, 0, ~to)
    return to


def _bump_copy(header: int, size: int) -> int:
    # Memory for a copy, and before it for its hash if it has one.
    global _to
    before = 8 if header & HASHED != 0 else 0
    to = _to + before
    _to = to + size
    arena_reserve(to - before, size + before)
    return to


def _grey(object: int, header: int) -> int:
    # The header of a large object that is alive, and is going to be scanned.
    global _grey_large
    store_word(object, LINK, _grey_large)
    _grey_large = object
    return header | MARKED


# ---- what is watched ----


def _survivor(object: int) -> int:
    header = load_word(object, 0)
    if int_ult(object - _from, _from_bytes):
        return ~header if header < 0 else 0
    return object if header & (IMMORTAL | MARKED) != 0 else 0


def _trace(object: int) -> int:
    if int_ult(object - _from, _from_bytes):
        object = _new_address(object)
    elif object != 0:
        _keep(object)
    _scan_all()
    return object


# ---- identity ----


def identity_hash(object: int) -> int:
    global _new_hashes
    header = load_word(object, 0)
    if not int_ult(object - _from, _from_bytes):
        return int_ushr(object, 3) if header & HASH_STORED == 0 else ~load_word(object, -8)
    if header & HASHED == 0:
        store_word(object, 0, header | HASH_TAKEN)
        _new_hashes = _new_hashes + 1
    return _hash_of(object, header)


def _hash_of(object: int, header: int) -> int:
    # Of an object that moves.
    if header & HASH_STORED != 0:
        return ~load_word(object, -8)
    return _hashes + int_ushr(object - _from, 3)
