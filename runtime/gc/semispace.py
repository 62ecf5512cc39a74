# The copying collector of Cheney: objects are allocated one behind the other in one space; when it is full, what is
# alive is copied to another one. Objects that are large by then move to memory of their own, once and for all.
#
# The header of what was copied is ~address of the copy. An identity hash is the number of words allocated before the
# object, counted over all spaces there ever were, so no two objects have the same one; when the object moves it is
# remembered in the word before the copy. Objects that never move have their addresses, which are lower.
from weft.gc.large import LINK, MOST, large_bytes, reserve_large, sweep_large
from weft.gc.objects import (
    FIRST_POINTER,
    FLAGS,
    HASH_STORED,
    HASH_TAKEN,
    HASHED,
    IMMORTAL,
    ITEMS_ARE_POINTERS,
    ITEMS_OFFSET,
    LENGTH_OFFSET,
    MARKED,
    POINTER_COUNT,
    copy_object,
    object_size,
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
    int_ule,
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
GROWTH_OF_LITTLE = 600  # if that is less than
LITTLE = 0x400_0000
LARGE = 0x8000  # bytes of an object that is not copied again
FIRST_HASH = 0x1000_0000_0000  # above all addresses / 8

_space = 0
_capacity = 0  # of the space, in bytes
_free = 0  # where the next object begins
_end = 0  # how far objects may be allocated without asking; no further than _free if there is stress
_limit = 0  # how far they may be allocated at all until the next collection
_other = 0  # the space to copy to, or 0 if there was no memory for one; what is in use fits in
_other_capacity = 0
_reserved = 0  # bytes of the space reserved last
_smallest = 0
_most = 0  # bytes that may be in use
_large_limit = 0  # bytes of large objects until the next collection
_survivors = 256  # bytes of 256 that the last collection found alive
_doomed = 0  # bytes that it kept for finalizers only: they need no room to grow
_stress = 0
_verify = 0
_hashes = 0  # hash of an object at the space's beginning
_new_hashes = 0  # how many objects have had theirs taken since the last collection

_from = 0  # during a collection: where what moves is, and how many bytes of that there are
_from_bytes = 0
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
    if _open(SPARE + SPARE if _stress != 0 else _smallest + SPARE):
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
    return int_ult(MOST, size) or _most - (_free - _space) - large_bytes() < size


def _hand_out_spare() -> None:
    # There is no memory for the program, but for its MemoryError. Only once until the next collection, because a space
    # is no bigger.
    global _limit
    _limit = _space + _capacity
    if int_ult(SPARE, _limit - _free):
        _limit = _free + SPARE
    _set_end()


def _set_end() -> None:
    global _end
    _end = _free if _stress != 0 else _limit


# ---- spaces ----


def _reserve(needed: int) -> int:
    # A space; some more than is needed, which costs nothing until it is used, so that it serves for longer.
    global _reserved
    _reserved = needed if _stress != 0 else needed + int_ushr(needed, 2)
    space = memory_reserve(_reserved)
    if space == 0 and _reserved != needed:
        _reserved = needed
        space = memory_reserve(_reserved)
    if space != 0:
        arena_retire(space, _reserved)
    return space


def _open(capacity: int) -> bool:
    # Goes on allocating in a space of that many bytes, if there is memory.
    global _space, _capacity, _free, _other
    if _other != 0 and int_ule(capacity, _other_capacity):
        space = _other
        capacity = _other_capacity
        _other = 0
    else:
        space = _reserve(capacity)
        if space == 0:
            return False
        capacity = _reserved
    _space = space
    _capacity = capacity
    _free = space
    return True


def _close(space: int, capacity: int) -> None:
    # Nothing points there any more. It serves again, unless there is stress: then a stale pointer must be found out.
    global _other, _other_capacity
    if _other != 0:
        memory_release(_other)
        _other = 0
    if _stress != 0:
        memory_zero(space, _from_bytes)
        arena_retire(space, capacity)
        memory_release(space)
        return
    arena_retire(space, capacity)
    _other = space
    _other_capacity = capacity


def _grown(live: int) -> int:
    return grown(live, GROWTH if live > LITTLE else GROWTH_OF_LITTLE)


def _set_limits(size: int) -> None:
    # After a collection because of an object of that size: how much more may be allocated.
    global _limit, _large_limit
    live = _free - _space - _doomed + large_bytes()
    more = _grown(live) - live
    if int_ult(more, _smallest):
        more = _smallest
    _large_limit = large_bytes() + more
    most = _capacity - SPARE - (_free - _space)
    _limit = _free + (most if int_ult(most, size + more) else size + more)
    _provide_other()
    _cut_limit()


def _provide_other() -> None:
    # Makes sure that what will be in use by then can be copied: a collection must not fail for want of memory.
    global _other, _other_capacity, _limit
    needed = _limit - _space + SPARE + SPARE
    if _other == 0 or int_ult(_other_capacity, needed):
        space = _reserve(needed)
        if space != 0:
            if _other != 0:
                memory_release(_other)
            _other = space
            _other_capacity = _reserved
    room = _other_capacity - SPARE - SPARE if _other != 0 else 0
    if room < _limit - _space:
        _limit = _space + room
        if int_ult(_limit, _free):
            _limit = _free


def _cut_limit() -> None:
    # Large objects and small ones share what may be in use.
    global _limit
    room = _most - large_bytes()
    if room < _limit - _space:
        _limit = _space + room
        if int_ult(_limit, _free):
            _limit = _free
    _set_end()


# ---- collection ----


def collect() -> None:
    _collect(0)


def _collect(size: int) -> None:
    # If there is no memory for the copies (so many hashes were taken) all stays as it is, and the space as full.
    global _from, _from_bytes, _hashes, _new_hashes
    space = _space
    capacity = _capacity
    used = _free - space
    report(COLLECTION_BEGINS, used + large_bytes())
    if not _open_next(used + int_shl(_new_hashes, 3) + size + SPARE):
        return
    _from = space
    _from_bytes = used
    _copy_all()
    sweep_large()
    _close(space, capacity)
    _hashes = _hashes + int_ushr(used, 3)
    _new_hashes = 0
    _note_survivors(used)
    _set_limits(size)
    report(COLLECTION_ENDS, _free - _space + large_bytes())
    if _verify != 0:
        verify_heap()


def _open_next(needed: int) -> bool:
    # That much if all were alive; more if what is expected to be alive may grow so far.
    if _stress != 0:
        return _open(needed)
    wanted = _grown(int_ushr(needed, 8) * _survivors)
    if wanted < needed + _smallest:
        wanted = needed + _smallest
    if wanted > needed + needed and needed > _smallest:
        wanted = needed + needed
    return _open(wanted) or _open(needed)


def _note_survivors(used: int) -> None:
    global _survivors
    if used != 0:
        _survivors = int_udiv(int_shl(_free - _space - _doomed, 8), used)


def _copy_all() -> None:
    global _scan, _doomed
    _scan = _space
    slot = first_root()
    while slot != 0:
        _update(slot)
        slot = next_root()
    _scan_all()
    live_end = _free
    settle(_survivor, _trace)
    _doomed = _free - live_end


def _scan_all() -> None:
    while _scan != _free or _grey_large != 0:
        _scan_copies()
        if _grey_large != 0:
            _scan_large()


def _scan_copies() -> None:
    global _scan
    while _scan != _free:
        object = _scan
        header = load_word(object, 0)
        if header < 0:
            _scan = object + 8
        else:
            layout = type_layout(header)
            _scan = object + object_size(object, layout)
            _update_fields(object, layout)


def _scan_large() -> None:
    global _grey_large
    object = _grey_large
    _grey_large = load_word(object, LINK)
    _update_fields(object, type_layout(load_word(object, 0)))


def _update_fields(object: int, layout: int) -> None:
    field = layout + FIRST_POINTER
    end = field + int_shl(load_word(layout, POINTER_COUNT), 3)
    while field != end:
        _update(object + load_word(field, 0))
        field = field + 8
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
    if int_ult(object - _space, _capacity):
        return
    header = load_word(object, 0)
    if header & (IMMORTAL | MARKED) == 0:
        store_word(object, 0, _grey(object, header))


def _move(object: int, header: int) -> int:
    # Copies an object; its new address.
    global _free
    layout = type_layout(header)
    size = object_size(object, layout)
    if header & HASHED != 0 or int_ult(LARGE, size):
        return _move_special(object, header, layout, size)
    to = _free
    _free = to + size
    arena_reserve(to, size)
    return _copy(to, object, header, layout, size)


def _copy(to: int, object: int, header: int, layout: int, size: int) -> int:
    store_word(to, 0, header)
    copy_object(to, object, layout, size)
    store_word(object, 0, ~to)
    return to


def _move_special(object: int, header: int, layout: int, size: int) -> int:
    # One with a hash, or a large one, which stays in the space if there is no other memory.
    to = 0
    if int_ult(LARGE, size):
        to = reserve_large(size)
    if to != 0:
        header = _grey(to, header)
    else:
        to = _bump_copy(header, size)
    if header & HASHED != 0:
        store_word(to, -8, ~_hash_of(object, header, _from))
        header = header | HASH_STORED
    return _copy(to, object, header, layout, size)


def _bump_copy(header: int, size: int) -> int:
    # Memory for a copy, and before it for its hash if it has one.
    global _free
    before = 8 if header & HASHED != 0 else 0
    to = _free + before
    _free = to + size
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
    if not int_ult(object - _space, _capacity):
        return int_ushr(object, 3) if header & HASH_STORED == 0 else ~load_word(object, -8)
    if header & HASHED == 0:
        store_word(object, 0, header | HASH_TAKEN)
        _new_hashes = _new_hashes + 1
    return _hash_of(object, header, _space)


def _hash_of(object: int, header: int, space: int) -> int:
    # Of an object in the space that is filled now, or was filled until this collection.
    if header & HASH_STORED != 0:
        return ~load_word(object, -8)
    return _hashes + int_ushr(object - space, 3)
