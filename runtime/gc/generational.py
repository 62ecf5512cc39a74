# The generational collector. Objects are made one behind the other in the nursery. When it is full (a minor collection)
# what is alive moves to the old heap, which is marked and swept: cells of exact sizes, large objects apart. Those are
# made there at once, and count as alive until the old heap is marked.
#
# If nearly all survives, moving it saves nothing: the next nursery, while that is so, becomes old where it is, and another
# one takes its place. What has a hash or is not small moves even then.
#
# The nursery grows while much of it survives: the longer the time, the more is dead by then. It does not while that
# is so many bytes that moving them takes long.
#
# An old object has the bit TRACKED until a pointer is stored into it: then it loses the bit and is remembered, and the
# next minor collection looks through it for pointers into the nursery. A large array of pointers has the bit CARDED:
# stores of items keep TRACKED and dirty a card, a row of items, instead.
#
# The old heap is marked in steps, one at the end of each minor collection, when there are no pointers into the nursery.
# What is remembered by then and marked becomes grey again, so nothing that the program moves about is missed; the roots
# are looked at once more at the end. Then the old heap is swept in steps.
from weft.gc.blocks import (
    ALL_BLOCKS,
    BLOCK,
    SMALL,
    add_block,
    begin_sweep,
    block_bytes,
    give_stretch,
    let_sweep,
    pool_bytes,
    start_blocks,
    sweep_all,
    sweep_some,
    take,
    take_stretch,
    take_swept,
)
from weft.gc.kept import begin_kept_sweep, close_kept, note_kept, open_kept, sweep_all_kept, sweep_kept
from weft.gc.large import (
    CARD_SHIFT,
    LINK,
    MOST,
    card_bytes,
    cards_of,
    first_large,
    flee,
    large_bytes,
    large_size,
    next_large,
    refuge_room,
    reserve_large,
    reserve_refuge,
    sweep_large,
)
from weft.gc.marking import (
    count_live,
    live_bytes,
    looked_at,
    mark,
    mark_again,
    mark_all,
    mark_roots,
    mark_some,
    scan,
    settle_marked,
    start_marking,
)
from weft.gc.objects import (
    CARDED,
    FIRST_POINTER,
    FLAGS,
    HASH_STORED,
    HASH_TAKEN,
    HASHED,
    ITEMS_ARE_POINTERS,
    ITEMS_OFFSET,
    LENGTH_OFFSET,
    MARKED,
    POINTER_COUNT,
    TRACKED,
    copy_object,
    has_pointers,
    object_size,
)
from weft.gc.pending import finalizer_next, finalizer_take  # noqa: F401
from weft.gc.roots import first_root, next_root, start_roots
from weft.gc.settings import (
    COLLECTION_BEGINS,
    COLLECTION_ENDS,
    COLLECTOR_HAS_NO_MEMORY,
    MINOR_COLLECTION_ENDS,
    SPARE,
    grown,
    heap_limit,
    is_verifying,
    nursery_bytes,
    report,
    stress_level,
)
from weft.gc.stack import depth, drop_all, is_empty, new_stack, pop, push, push_or_end, stack_end, stack_start
from weft.gc.verify import verify_heap
from weft.gc.watch import finalizer_all, finalizer_register, settle_young, weak_get, weak_new  # noqa: F401
from weft.lowlevel import (
    arena_reserve,
    arena_retire,
    int_shl,
    int_shr,
    int_udiv,
    int_ule,
    int_ult,
    int_ushr,
    load_byte,
    load_word,
    memory_copy,
    memory_release,
    memory_reserve,
    memory_zero,
    prefetch,
    out_of_line,
    store_byte,
    store_word,
    type_layout,
)

__system__ = True
__wrapping__ = True

NURSERY = 0x40_0000  # at first
LARGEST_NURSERY = 0x180_0000
SHORTEST_NURSERY = 0x10_0000  # to be less than that much work,
SHORT_NURSERY = 0x20_0000  # if nearly all survives
MUCH_SHIFT = 4  # more than this part of the nursery is much to survive,
LITTLE_SHIFT = 7  # less than this is little
MUCH_POOL = 0x40_0000  # bytes of free blocks, and an eighth of the heap
MANY = 0x60_0000  # bytes that may move after the nursery has grown; it shrinks if half as many more do.
REMEMBERED_SHIFT = 7  # An old object that was written to takes as long as so many bytes
AHEAD = 0x40  # bytes of the stack of remembered objects
MOST_REMEMBERED = 0x6000  # old objects that were written to before the next minor collection
LARGE = 0x8000  # bytes: a bigger object is made in the nursery only if there is room at once; spare room is more
GROWTH = 220  # per cent of what is alive: the size of the old heap at the next major collection
SMALLEST_BUDGET = 4  # nurseries
FIRST_HASH = 0x1000_0000_0000  # above all addresses / 8
REFUGE = 6  # what the smallest objects take as large ones, relatively
CARD_ITEMS_SHIFT = 3  # less than CARD_SHIFT: bytes of a pointer
CARDED_FROM = 0x2000  # bytes: smaller arrays are looked through faster than each store is noted

# What a major collection is at
IDLE = 0
MARKING = 1
SWEEPING = 2

# Work of one step
WORDS_MARKED = 0x4000  # at least
MOST_WORDS_MARKED = 0x4_0000
BLOCKS_SWEPT = 64
MOST_BLOCKS_SWEPT = 384  # also for what moves in one minor collection
MOST_STORED = 0x4_0000

# How a carded array is remembered
NOT = 0
BY_CARDS = 1
WHOLE = 2

_nursery = 0
_nursery_bytes = 0
_size = 0  # how many of them are in use
_own = 0  # the nursery that is reserved for good, and its bytes
_own_bytes = 0
_is_fixed = 0  # the size was set, or must be the smallest
_least_budget = 0
_free = 0  # where the next object begins
_end = 0  # how far objects may be made without asking; no further than _free if there is stress
_limit = 0  # how far they may be made at all until the next collection
_hashes = 0  # hash of an object at the nursery's beginning
_remembered = 0  # stack of old objects
_stored = 0  # stack of addresses of items, while there is marking
_stored_room = 0  # how many more there may be; else all items of dirty cards count
_grey = 0  # objects that moved, whose fields are to be updated: linked through the second words of what they were
_keeps = 0  # 1: the nursery, a stretch of blocks, may become old where it is
_is_keeping = 0  # 1: during a collection, it does
_kept = 0  # stack of objects that do, whose fields are to be looked at; the end of its memory is not reached
_kept_top = 0
_first_old = 0  # the large objects before this one were made since the last collection
_young_large_bytes = 0  # of those
_old_bits = 0  # header bits of objects that become old
_phase = 0
_promoted = 0  # bytes that became old since the last major collection ended
_budget = 0  # how many may before the next one ends
_start_at = 0  # and before it begins
_promoted_before = 0  # when the last step was made
_promoted_at_begin = 0  # when marking began
_density = 32  # words that marking looks at for each 256 bytes that are alive: as the last one did, at most all at first
_pace = 0  # and for each that becomes old, so that it is over with the budget, times 1 << 16
_sweep_pace = 0  # blocks to sweep for each, so that that is over when marking may begin, times 1 << 16
_most = 0  # bytes that may be in use
_may_use_spare = 0
_is_out = 0  # during a minor collection: there was no memory for another block
_stress = 0
_until_next = 0  # allocations until the next collection if there is stress
_verify = 0


def start() -> None:
    global _hashes, _remembered, _stored, _old_bits, _most, _stress, _verify
    start_roots()
    start_blocks(0)
    start_marking()
    _stress = stress_level()
    _verify = 1 if is_verifying() else 0
    _most = heap_limit()
    _reserve_nursery()
    _remembered = new_stack()
    _stored = new_stack()
    _hashes = FIRST_HASH
    _old_bits = TRACKED
    _set_budget(0)
    _empty_nursery()


def _reserve_nursery() -> None:
    # The smallest one, too, holds everything that is not large, and spare room.
    global _is_fixed, _least_budget
    smallest = LARGE + SPARE
    wanted = nursery_bytes(0)
    _is_fixed = 1 if wanted != 0 or _stress != 0 else 0
    if wanted == 0:
        wanted = NURSERY
    if wanted < smallest or _stress != 0:
        wanted = smallest
    if not _have_nursery(wanted):
        _is_fixed = 1
        if not _have_nursery(smallest):
            report(COLLECTOR_HAS_NO_MEMORY, smallest)
    _least_budget = SMALLEST_BUDGET * _nursery_bytes


def _have_nursery(bytes: int) -> bool:
    # One of that size instead of the one that there is, which is empty.
    global _own, _own_bytes, _size
    nursery = memory_reserve(bytes)
    if nursery == 0:
        return False
    if not reserve_refuge(REFUGE * (bytes + SPARE)):
        memory_release(nursery)
        return False
    if _own != 0:
        memory_release(_own)
    arena_retire(nursery, bytes)
    _own = nursery
    _own_bytes = bytes
    _use_own()
    _size = bytes
    return True


def _use_own() -> None:
    global _nursery, _nursery_bytes
    _nursery = _own
    _nursery_bytes = _own_bytes


def _adapt_nursery(survivors: int, work: int) -> None:
    # So many bytes of it have moved, and the collection took as long as if it were `work`. What it had once it keeps.
    global _size
    if survivors > _size - int_ushr(_size, 2):
        if _size > SHORT_NURSERY:
            _size = int_ushr(_size, 1)
    elif survivors > int_ushr(_size, MUCH_SHIFT) and work + work <= MANY and _size < LARGEST_NURSERY:
        wanted = int_shl(_size, 1)
        if int_ult(LARGEST_NURSERY, wanted):
            wanted = LARGEST_NURSERY
        if int_ult(_nursery_bytes, wanted):
            _have_nursery(wanted)
        else:
            _size = wanted
    elif work > MANY + int_ushr(MANY, 1) and _size > SHORTEST_NURSERY:
        _size = int_ushr(_size, 1)
    elif survivors < int_ushr(_size, LITTLE_SHIFT) and _size > NURSERY:
        _size = int_ushr(_size, 1)


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
    global _end
    if int_ult(LARGE, size):
        return _allocate_large(size)
    if _is_time() or int_ult(_limit - _free, size):
        _collect_some()
        if _is_tight(size):
            collect()
        if int_ult(_limit - _free, size):
            _hand_out_spare()
            return 0
    _end = _limit
    result = try_allocate(size)
    _set_end()
    return result


def _is_time() -> bool:
    # Whether a collection is wanted for the sake of stress: 1 and 2 at every allocation, 3 at every second, and so on.
    global _until_next
    if _stress == 0:
        return False
    _until_next = _until_next - 1
    if _until_next > 0:
        return False
    _until_next = _stress - 1
    return True


def _is_tight(size: int) -> bool:
    # Little may be made in the nursery, and a full collection may help.
    room = _limit - _free
    return int_ult(room, size) or room < int_ushr(_size, 3) and int_shl(room, 2) < _promoted


def _allocate_large(size: int) -> int:
    global _promoted, _young_large_bytes
    if int_ult(MOST, size):
        return 0
    if _is_time() or _young_large_bytes + size > _size and _young_large_bytes != 0:
        _collect_some()
    result = _reserve(size)
    if result == 0:
        collect()
        _sweep_rest()  # what blocks have that are empty now may serve
        result = _reserve(size)
    if result == 0:
        _hand_out_spare()
        return 0
    _promoted = _promoted + size
    _young_large_bytes = _young_large_bytes + size
    return result


def _reserve(size: int) -> int:
    return reserve_large(size) if size <= _room() else 0


def _room() -> int:
    # Bytes that may still become old, were all of the nursery to do so.
    return _most - block_bytes() - large_bytes() - (_free - _nursery)


def _hand_out_spare() -> None:
    # There is no memory for the program, but for its MemoryError. The nursery is empty but for what that took before.
    global _limit, _may_use_spare
    _may_use_spare = 1
    spare = _nursery + _nursery_bytes - _free
    refuge = int_udiv(refuge_room(), REFUGE)
    if refuge < spare:
        spare = refuge & -8
    _limit = _free + (SPARE if SPARE < spare else spare)
    _set_end()


def _set_end() -> None:
    global _end
    _end = _free if _stress != 0 else _limit


def _empty_nursery() -> None:
    # As much may be made there as may become old, and as has a refuge if there is no memory for it then.
    global _free, _limit
    _free = _nursery
    room = _room()
    refuge = int_udiv(refuge_room(), REFUGE) - SPARE
    if refuge < room:
        room = refuge
    if _size < room:
        room = _size
    _limit = _nursery + (room & -8 if room > 0 else 0)
    _set_end()


# ---- barrier ----


def write_barrier(object: int) -> None:
    if load_word(object, 0) & TRACKED != 0:
        _remember(object)


def write_barrier_item(object: int, index: int) -> None:
    if load_word(object, 0) & TRACKED != 0:
        _remember_item(object, index)


@out_of_line
def _remember(object: int) -> None:
    header = load_word(object, 0)
    store_word(object, 0, header & ~TRACKED)
    if header & CARDED != 0:
        is_listed = load_word(object, LINK) != NOT
        store_word(object, LINK, WHOLE)
        if is_listed:
            return
    _list(object)


@out_of_line
def _remember_item(object: int, index: int) -> None:
    header = load_word(object, 0)
    if header & CARDED == 0:
        _remember(object)
        return
    store_byte(cards_of(object) + int_shr(index, CARD_SHIFT - CARD_ITEMS_SHIFT), 0, 1)
    if load_word(object, LINK) == NOT:
        store_word(object, LINK, BY_CARDS)
        _list(object)
    if _phase == MARKING and header & MARKED != 0 and _stored_room != 0:
        _note_stored(object, index)


def _note_stored(object: int, index: int) -> None:
    global _stored_room
    layout = type_layout(load_word(object, 0))
    is_noted = push(_stored, object + load_word(layout, ITEMS_OFFSET) + int_shl(index, 3))
    _stored_room = _stored_room - 1 if is_noted else 0


def array_copied(target: int, source: int, count: int) -> None:
    if int_ult(int_shr(CARDED_FROM, 3), count):
        _copy_cards(target, source, count)


@out_of_line
def _copy_cards(target: int, source: int, count: int) -> None:
    # A large array begins with what an old one begins with: it need not be looked through as a whole when it becomes
    # old, for the cards tell where there may be pointers into the nursery.
    is_large = not int_ult(target - _nursery, _nursery_bytes)
    if not is_large or load_word(source, 0) & (TRACKED | CARDED) != TRACKED | CARDED:
        return
    header = load_word(target, 0)
    bits = _card_bits(target, type_layout(header))
    if bits != 0:
        store_word(target, 0, header | TRACKED | bits)
        if load_word(source, LINK) == BY_CARDS:
            memory_copy(cards_of(target), cards_of(source), card_bytes(int_shl(count, 3)))
            store_word(target, LINK, BY_CARDS)
            _list(target)


def _list(object: int) -> None:
    push_or_end(_remembered, object)
    if depth(_remembered) == MOST_REMEMBERED and _may_use_spare == 0:
        _end_nursery()


def _end_nursery() -> None:
    # The next allocation finds no room.
    global _limit
    _limit = _free
    _set_end()


# ---- minor collections ----


def _collect_some() -> None:
    # A minor collection, and a step of a major one.
    _minor()
    if _stress == 1:
        collect()
    else:
        was_marking = _phase == MARKING
        _step()
        is_minor = not was_marking or _phase == MARKING
        _finish(MINOR_COLLECTION_ENDS if is_minor else COLLECTION_ENDS, block_bytes() + large_bytes())


def _minor() -> None:
    global _hashes, _first_old, _young_large_bytes, _may_use_spare, _is_out
    used = _free - _nursery
    promoted = _promoted
    remembered = depth(_remembered)
    report(COLLECTION_BEGINS, used + block_bytes() + large_bytes())
    let_sweep(MOST_BLOCKS_SWEPT)
    _is_out = 0
    next = _begin_keeping(used)
    _adopt_large()
    slot = first_root()
    while slot != 0:
        _update(slot)
        _update_grey()
        slot = next_root()
    _update_all_remembered()
    settle_young(_survivor, _trace)
    _mark_stored()
    _first_old = first_large()
    _young_large_bytes = 0
    _may_use_spare = 0
    _hashes = _hashes + int_ushr(used, 3)
    _end_keeping(next)
    _decide_keeping(_promoted - promoted, used)
    if _is_fixed == 0 and _keeps == 0:
        _adapt_nursery(_promoted - promoted, _promoted - promoted + int_shl(remembered, REMEMBERED_SHIFT))
    _change_nursery(used)
    _empty_nursery()


def _change_nursery(used: int) -> None:
    # Nothing points there any more. If there is stress a stale pointer must be found out.
    global _own
    if _stress != 0:
        fresh = memory_reserve(_nursery_bytes)
        if fresh != 0:
            memory_zero(_nursery, used)
            arena_retire(_nursery, _nursery_bytes)
            memory_release(_nursery)
            _own = fresh
            _use_own()
    arena_retire(_nursery, _nursery_bytes)


# ---- keeping what survives where it is ----


def _decide_keeping(survivors: int, used: int) -> None:
    # So much of what was in the nursery, which is over, has survived. Free blocks are of no use to who keeps.
    survives = survivors > used - int_ushr(used, 3) and pool_bytes() <= int_ushr(block_bytes(), 3) + MUCH_POOL
    if used < int_ushr(_size, 1) or _stress != 0:
        return
    if survives and _keeps == 0:
        _start_to_keep()
    elif not survives and _keeps != 0:
        _stop_keeping()


def _start_to_keep() -> None:
    # If there is the memory.
    global _keeps, _kept, _kept_top, _nursery, _nursery_bytes, _size
    size = _own_bytes if _own_bytes < SHORT_NURSERY else SHORT_NURSERY
    bytes = size + BLOCK - 1 & -BLOCK
    stretch = take_stretch(bytes) if bytes <= _room() else 0
    if stretch == 0:
        return
    _kept = memory_reserve(int_ushr(bytes, 1))  # objects with pointers have two words at least
    if _kept == 0:
        give_stretch(stretch, bytes)
        return
    _kept_top = _kept
    _keeps = 1
    _size = size
    _nursery = stretch
    _nursery_bytes = bytes


def _stop_keeping() -> None:
    global _keeps, _kept, _kept_top, _size
    give_stretch(_nursery, _nursery_bytes)
    memory_release(_kept)
    _keeps = 0
    _kept = 0
    _kept_top = 0
    _use_own()
    if _is_fixed != 0:
        _size = _own_bytes


def _begin_keeping(used: int) -> int:
    # The next nursery, if this one is to become old, is quite full, and there is memory for that; else 0.
    global _is_keeping
    rest = _nursery_bytes - used
    if _keeps == 0 or rest > int_ushr(_nursery_bytes, 2) or rest > _room():
        return 0
    next = take_stretch(_nursery_bytes)
    if next == 0:
        return 0
    if not open_kept(_nursery, _nursery_bytes):
        give_stretch(next, _nursery_bytes)
        return 0
    _is_keeping = 1
    return next


def _end_keeping(next: int) -> None:
    global _is_keeping, _nursery
    if next != 0:
        _is_keeping = 0
        close_kept()
        _nursery = next


def _keep(object: int, header: int, layout: int, size: int) -> None:
    global _promoted, _kept_top
    _promoted = _promoted + size
    store_word(object, 0, header | _old_bits)
    note_kept(object)
    if _phase == MARKING:
        count_live(size)
    if has_pointers(layout):
        store_word(_kept_top, 0, object)
        _kept_top = _kept_top + 8


# ---- moving what survives ----


def _update(slot: int) -> None:
    # Makes the pointer there point to where its object is from now on.
    object = load_word(slot, 0)
    if int_ult(object - _nursery, _nursery_bytes):
        store_word(slot, 0, _new_address(object))


def _new_address(object: int) -> int:
    # Apart from _update, so that that is small enough to stand in line in loops.
    header = load_word(object, 0)
    return ~header if header < 0 else _promote(object, header)


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


def _update_grey() -> None:
    # What moved or is kept, with all that hangs on it; as soon as possible, while it is in the cache.
    global _grey, _kept_top
    while _grey != 0 or _kept_top != _kept:
        if _grey != 0:
            young = _grey
            _grey = load_word(young, 8)
            object = ~load_word(young, 0)
        else:
            _kept_top = _kept_top - 8
            object = load_word(_kept_top, 0)
        _update_old(object, type_layout(load_word(object, 0)))


def _update_old(object: int, layout: int) -> None:
    # An object in the old heap. What it points to is marked if it is, at once: it is in the cache, and need not be grey.
    _update_fields(object, layout)
    if _is_marked(object):
        scan(object)


def _is_marked(object: int) -> bool:
    # By the marking that is under way: in blocks that are not swept there are marks of the one before.
    return _phase == MARKING and load_word(object, 0) & MARKED != 0


def _survivor(object: int) -> int:
    if int_ult(object - _nursery, _nursery_bytes):
        header = load_word(object, 0)
        if header >= 0:
            return object if header & TRACKED != 0 else 0
        return ~header
    return object


def _trace(object: int) -> int:
    if int_ult(object - _nursery, _nursery_bytes):
        object = _new_address(object)
        _update_grey()
    return object


def _promote(object: int, header: int) -> int:
    # Moves an object to the old heap, or keeps it where it is; its address from now on.
    global _promoted, _grey
    if header & TRACKED != 0:
        return object
    layout = type_layout(header)
    size = object_size(object, layout)
    if _is_keeping != 0 and header & HASHED == 0 and int_ule(size, SMALL):
        _keep(object, header, layout, size)
        return object
    _promoted = _promoted + size
    to = 0
    if header & HASHED == 0 and int_ule(size, SMALL):
        to = take(size)
    if to == 0:
        to = _place(object, header, size)
        header = header | _bits_there(to, header, layout, size)
    store_word(to, 0, header | _old_bits)
    copy_object(to, object, layout, size)
    if _phase == MARKING:
        count_live(size)
    if has_pointers(layout):
        store_word(object, 8, _grey)
        _grey = object
    store_word(object, 0, ~to)
    return to


def _place(object: int, header: int, size: int) -> int:
    # Memory in the old heap, after the hash if the object has one: there is some, at worst in the refuge. A large
    # object always has a place for the hash.
    before = 8 if header & HASHED != 0 else 0
    cell = 0
    if int_ule(size + before, SMALL):
        cell = _find_cell(size + before)
    to = _place_large(size) if cell == 0 else cell + before
    if before != 0:
        store_word(to, -8, ~_hash_of(object, header))
    return to


def _find_cell(size: int) -> int:
    # A free one, if few blocks have to be swept for it, or one of a new block, or any. To be refused a block takes long:
    # it is not tried again for each object.
    global _is_out
    cell = take_swept(size)
    if cell == 0 and _is_out == 0:
        if add_block(size, _may_use_spare):
            cell = take(size)
        else:
            _is_out = 1
    if cell == 0:
        let_sweep(ALL_BLOCKS)
        cell = take_swept(size)
    return cell


def _place_large(size: int) -> int:
    to = reserve_large(size) if _is_out == 0 or int_ult(SMALL, size) else 0
    return flee(size) if to == 0 else to


def _bits_there(to: int, header: int, layout: int, size: int) -> int:
    # For the header of an object with a hash, or a large one.
    bits = _card_bits(to, layout) if int_ult(SMALL, size) else 0
    return bits | HASH_STORED if header & HASHED != 0 else bits


def _card_bits(object: int, layout: int) -> int:
    # For the header of a large object: arrays of many pointers have cards, all clean.
    if load_word(layout, FLAGS) & ITEMS_ARE_POINTERS == 0 or int_ult(large_size(object), CARDED_FROM):
        return 0
    memory_zero(cards_of(object), card_bytes(large_size(object)))
    store_word(object, LINK, NOT)
    return CARDED


# ---- large and remembered objects ----


def _adopt_large() -> None:
    # Large objects made since the last collection become old.
    object = first_large()
    while object != _first_old:
        header = load_word(object, 0)
        layout = type_layout(header)
        has_cards = header & CARDED != 0
        if not has_cards:
            header = header | _card_bits(object, layout)
        store_word(object, 0, header | _old_bits)
        if _phase == MARKING:
            count_live(large_size(object))
        if has_pointers(layout):
            if not has_cards:
                _update_fields(object, layout)
            if _is_marked(object):
                mark_again(object)  # later: others that it points to may come here yet
        object = next_large(object)


def _update_all_remembered() -> None:
    # They may be anywhere in memory.
    place = stack_start(_remembered)
    end = stack_end(_remembered)
    while place != end:
        if int_ult(place + AHEAD, end):
            prefetch(load_word(place, AHEAD))
        _update_remembered(load_word(place, 0))
        _update_grey()
        place = place + 8
    drop_all(_remembered)


def _update_remembered(object: int) -> None:
    header = load_word(object, 0)
    layout = type_layout(header)
    if header & CARDED != 0:
        how = load_word(object, LINK)
        store_word(object, LINK, NOT)
        if how == BY_CARDS:
            _update_cards(object, layout)
            return
        memory_zero(cards_of(object), card_bytes(large_size(object)))
    store_word(object, 0, header | TRACKED)
    _update_old(object, layout)


def _update_cards(object: int, layout: int) -> None:
    # The items of dirty cards.
    cards = cards_of(object)
    count = card_bytes(large_size(object))
    card = 0
    while card != count:
        if load_word(cards, card) != 0:
            _update_eight_cards(object, layout, card)
        card = card + 8


def _update_eight_cards(object: int, layout: int, first: int) -> None:
    card = first
    while card != first + 8:
        if load_byte(cards_of(object), card) != 0:
            store_byte(cards_of(object), card, 0)
            _update_card(object, layout, card)
            _update_grey()
        card = card + 1


def _update_card(object: int, layout: int, card: int) -> None:
    marks = _stored_room == 0 and _is_marked(object)
    count = load_word(object, load_word(layout, LENGTH_OFFSET))
    index = int_shl(card, CARD_SHIFT - CARD_ITEMS_SHIFT)
    last = index + int_shl(1, CARD_SHIFT - CARD_ITEMS_SHIFT)
    if count < last:
        last = count
    slot = object + load_word(layout, ITEMS_OFFSET) + int_shl(index, 3)
    while index < last:
        _update(slot)
        if marks:
            mark(load_word(slot, 0))
        slot = slot + 8
        index = index + 1


def _mark_stored() -> None:
    # When the nursery is empty.
    global _stored_room
    while not is_empty(_stored):
        mark(load_word(pop(_stored), 0))
    _stored_room = MOST_STORED


# ---- major collections; the nursery is empty ----


def collect() -> None:
    # One that is under way may count as alive what is not any more. If there is little room what is dead must be swept
    # for there to be more.
    global _promoted_before
    _minor()
    if _phase == MARKING:
        _mark_rest()
    _sweep_rest()
    _begin_major()
    _mark_rest()
    _empty_nursery()
    if _stress != 0 or _limit - _nursery < _size:
        _sweep_rest()
        _empty_nursery()
    _promoted_before = _promoted
    _finish(COLLECTION_ENDS, live_bytes())


def _finish(event: int, bytes: int) -> None:
    report(event, bytes)
    if _verify != 0:
        verify_heap()


def _step() -> None:
    global _phase, _promoted_before
    promoted = _promoted - _promoted_before
    if _phase == IDLE and _promoted > _start_at:
        _begin_major()
    elif _phase == MARKING:
        _mark_step(promoted)
    elif _phase == SWEEPING:
        _sweep_step(promoted)
    _promoted_before = _promoted


def _begin_major() -> None:
    global _phase, _old_bits, _promoted_at_begin
    start_marking()
    _promoted_at_begin = _promoted
    _set_pace(block_bytes() + large_bytes())
    _phase = MARKING
    _old_bits = TRACKED | MARKED
    mark_roots()


def _set_pace(bytes: int) -> None:
    # All of them may be alive.
    global _pace
    room = _budget - _promoted
    least = int_ushr(_budget, 2) + 1
    _pace = int_udiv(int_shl(_density * int_ushr(bytes, 8), 16), least if room < least else room)


def _mark_step(promoted: int) -> None:
    # As fast as the old heap grows, so that it is over in time; if it is late, in longer steps, and at last at once.
    # What only roots know by then is found at the end.
    is_late = _promoted >= _budget
    words = promoted if is_late else int_shr(promoted * _pace, 16)
    most = int_shl(MOST_WORDS_MARKED, 1) if is_late else MOST_WORDS_MARKED
    if words > most:
        words = most
    if words < WORDS_MARKED:
        words = WORDS_MARKED
    if mark_some(words):
        if _promoted > int_shl(_budget, 1):
            _mark_rest()
        return
    mark_roots()
    if not mark_some(words):
        _end_marking()


def _sweep_step(promoted: int) -> None:
    global _phase
    blocks = BLOCKS_SWEPT + int_shr(promoted * _sweep_pace, 16)
    blocks = sweep_kept(MOST_BLOCKS_SWEPT if blocks > MOST_BLOCKS_SWEPT else blocks)
    if blocks != 0 and not sweep_some(blocks):
        _phase = IDLE


def _sweep_rest() -> None:
    sweep_all_kept()
    sweep_all()


def _mark_rest() -> None:
    mark_roots()
    mark_all()
    _end_marking()


def _end_marking() -> None:
    global _phase, _old_bits, _first_old, _promoted, _promoted_before, _sweep_pace
    settle_marked()
    _note_density(live_bytes() - (_promoted - _promoted_at_begin))
    begin_sweep()
    begin_kept_sweep()
    sweep_large()
    _first_old = first_large()
    _phase = SWEEPING
    _old_bits = TRACKED
    _promoted = 0
    _promoted_before = 0
    _set_budget(live_bytes())
    _sweep_pace = int_udiv(int_shl(int_udiv(block_bytes(), BLOCK), 16), _start_at + 1)


def _note_density(marked: int) -> None:
    # Marking has found so many bytes, beside what became old meanwhile.
    global _density
    if marked > 0:
        _density = int_udiv(looked_at() * 256, marked) + 1


def _set_budget(live: int) -> None:
    # Marking is to be over when the budget is.
    global _budget, _start_at
    _budget = grown(live, GROWTH) - live
    if _budget < _least_budget:
        _budget = _least_budget
    _start_at = _budget - int_udiv(live + _budget, 3)
    if _start_at < int_ushr(_budget, 2):
        _start_at = int_ushr(_budget, 2)


# ---- identity ----


def identity_hash(object: int) -> int:
    header = load_word(object, 0)
    if header & HASH_STORED != 0:
        return ~load_word(object, -8)
    if not int_ult(object - _nursery, _nursery_bytes):
        return int_ushr(object, 3)
    store_word(object, 0, header | HASH_TAKEN)
    return _hash_of(object, header)


def _hash_of(object: int, header: int) -> int:
    # Of an object in the nursery.
    return _hashes + int_ushr(object - _nursery, 3)
