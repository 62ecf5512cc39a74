# Reference counting. The header counts the references of an object but one, in bits 35 and up; at the last one's end
# the object is free at once, and with it all that only it refers to. What is dead and has pointers to be released waits
# in a list that is linked through the places of its first pointers, so nothing here recurses or needs memory.
#
# Garbage that refers to itself is found by collections, which need no roots: all references that objects hold are taken
# off the counts; what is still referred to then is referred to from elsewhere, so it is alive, and so is what can be
# reached from there. On the way there the counts are made good again. The rest is garbage.
#
# Under stress the memory of small dead objects is not used again, so who still refers to one fails; at level 1 there is
# a collection at every allocation, too.
#
# An object that had 2 ** 24 references at a time is never freed.
#
# An object with a finalizer that dies is pending: its last reference belongs to the table of those. So do the objects of
# a garbage cycle that have finalizers, which then is no garbage yet.
from weft.gc.blocks import (
    SMALL,
    begin_sweep,
    block_bytes,
    cell_size,
    first_cell,
    give,
    next_cell,
    overwrite_free,
    sweep_all,
    try_take,
)
from weft.gc.extent import is_in_extent
from weft.gc.large import first_large, free_large, large_bytes, link_back, next_large
from weft.gc.objects import (
    FIRST_POINTER,
    FLAGS,
    HAS_FINALIZER,
    IMMORTAL,
    ITEMS_ARE_POINTERS,
    ITEMS_OFFSET,
    LENGTH_OFFSET,
    MARKED,
    POINTER_COUNT,
    object_size,
)
from weft.gc.pending import add_pending, finalizer_next, finalizer_take, start_pending  # noqa: F401
from weft.gc.settings import (
    COLLECTION_BEGINS,
    COLLECTION_ENDS,
    HEAP_IS_CORRUPT,
    is_verifying,
    report,
    stress_level,
)
from weft.gc.stack import is_empty, new_stack, pop, push
from weft.gc.supply import find, hand_out_spare, renew_budget, start_supply
from weft.gc.weak_table import weak_add, weak_clear, weak_died, weak_find, weak_sweep
from weft.lowlevel import (
    arena_retire,
    int_shl,
    int_ult,
    int_ushr,
    load_word,
    out_of_line,
    static_roots,
    store_word,
    type_layout,
)

__system__ = True
__wrapping__ = True

ONE = 0x8_0000_0000  # a reference
STUCK = 0x0800_0000_0000_0000  # there were too many references to count
KEPT = 0x0800_0001_0000_0000  # STUCK or IMMORTAL
IS_LARGE = 0x2_0000_0000  # though its length says otherwise, by now
FINALIZED = 0x2_0000_0000  # of an object with a finalizer: it runs, or has run. Such an object has no length
WATCHED = 0x4_0000_0000  # target or owner of a weak reference
NOTHING = 0  # the header of a dead object under stress
DROPPED = 0x2000_0000_0000_0000  # marked, but there was no memory to note that it is to be looked at

_dead = 0  # objects whose pointers are to be released
_grey = 0  # stack of objects whose pointers are to be looked at
_dropped = 0  # some object was
_finalizes_all = 0  # the program ends
_stress = 0
_verify = 0


def start() -> None:
    global _grey, _stress, _verify
    _stress = stress_level()
    _verify = 1 if is_verifying() else 0
    _grey = new_stack()
    start_pending()
    start_supply(_stress)


# ---- allocation ----


def try_allocate(size: int) -> int:
    return try_take(size)


def allocate(size: int) -> int:
    if _stress == 1:
        collect()
    result = find(size)
    if result == 0 and _stress != 1:
        collect()
        result = find(size)
    if result == 0:
        hand_out_spare()
    elif int_ult(SMALL, size):
        link_back(result)
    return result


def resizing(object: int) -> None:
    # It will have another length.
    header = load_word(object, 0)
    if header & (IMMORTAL | IS_LARGE) == 0 and int_ult(SMALL, object_size(object, type_layout(header))):
        store_word(object, 0, header | IS_LARGE)


def _free(object: int, header: int, layout: int) -> None:
    size = object_size(object, layout)
    if header & WATCHED != 0:
        weak_died(object)
    if int_ult(SMALL, size) or header & IS_LARGE != 0 and load_word(layout, FLAGS) & HAS_FINALIZER == 0:
        free_large(object)
    elif _stress == 0:
        give(object, size)
    else:
        _forbid(object, size)


def _forbid(object: int, size: int) -> None:
    store_word(object, 0, NOTHING)
    arena_retire(object + 8, size - 8)


# ---- counting ----


def incref(object: int) -> None:
    if object != 0:
        header = load_word(object, 0)
        if header & KEPT == 0:
            store_word(object, 0, header + ONE)


def decref(object: int) -> None:
    if object != 0:
        header = load_word(object, 0)
        if header & KEPT == 0:
            if header < ONE:
                _release(object)
            else:
                store_word(object, 0, header - ONE)


def copy_pointers(to: int, source: int, count: int) -> None:
    # Before so many words are copied, from where they are to where they take the places of others.
    at = 0
    end = int_shl(count, 3)
    while at < end:
        incref(load_word(source, at))
        at = at + 8
    at = 0
    while at < end:
        decref(load_word(to, at))
        at = at + 8


@out_of_line
def _release(object: int) -> None:
    # It has lost its last reference.
    global _dead
    _drop(object)
    while _dead != 0:
        object = _dead
        header = load_word(object, 0)
        layout = type_layout(header)
        first = _first_pointer(object, layout)
        _dead = load_word(first, 0)
        _drop_rest(object, layout, first)
        _free(object, header, layout)


def _drop(object: int) -> None:
    # One reference less. What dies so has its first pointer dropped in turn, the others later.
    global _dead
    while object != 0:
        header = load_word(object, 0)
        if header & KEPT != 0:
            return
        if header >= ONE:
            store_word(object, 0, header - ONE)
            return
        layout = type_layout(header)
        if load_word(layout, FLAGS) & HAS_FINALIZER != 0 and header & FINALIZED == 0:
            _finalize(object, header)
            return
        first = _first_pointer(object, layout)
        if first == 0:
            _free(object, header, layout)
            return
        next = load_word(first, 0)
        store_word(first, 0, _dead)
        _dead = object
        object = next


def _first_pointer(object: int, layout: int) -> int:
    # Its address; 0 if there is none.
    if load_word(layout, POINTER_COUNT) != 0:
        return object + load_word(layout, FIRST_POINTER)
    if load_word(layout, FLAGS) & ITEMS_ARE_POINTERS != 0 and load_word(object, load_word(layout, LENGTH_OFFSET)) != 0:
        return object + load_word(layout, ITEMS_OFFSET)
    return 0


def _drop_rest(object: int, layout: int, first: int) -> None:
    field = layout + FIRST_POINTER
    end = field + int_shl(load_word(layout, POINTER_COUNT), 3)
    while field != end:
        slot = object + load_word(field, 0)
        if slot != first:
            _drop(load_word(slot, 0))
        field = field + 8
    if load_word(layout, FLAGS) & ITEMS_ARE_POINTERS != 0:
        slot = object + load_word(layout, ITEMS_OFFSET)
        end = slot + int_shl(load_word(object, load_word(layout, LENGTH_OFFSET)), 3)
        while slot != end:
            if slot != first:
                _drop(load_word(slot, 0))
            slot = slot + 8


# ---- collection ----

# What is done with the objects that an object refers to
TAKE = 0  # a reference off
PUT = 1  # back, and they are alive


def collect() -> None:
    report(COLLECTION_BEGINS, block_bytes() + large_bytes())
    overwrite_free(IMMORTAL)
    _take_counts()
    _mark_live()
    _find_finalizable()
    weak_sweep(_is_marked)
    _free_unmarked_large()
    if _stress != 0:
        _forbid_unmarked()
    else:
        begin_sweep()
        sweep_all()
    live = block_bytes() + large_bytes()
    renew_budget(live)
    report(COLLECTION_ENDS, live)


def _take_counts() -> None:
    # What is left are the references from elsewhere. First of all, the one that is not counted is.
    object = _first_object()
    while object != 0:
        header = load_word(object, 0)
        if header & KEPT == 0:
            store_word(object, 0, header + ONE)
        object = _next_object(object)
    object = _first_object()
    while object != 0:
        header = load_word(object, 0)
        if header & IMMORTAL == 0:
            _visit_pointers(object, TAKE)
        object = _next_object(object)


def finish() -> None:
    # All references that are left are in objects and static memory.
    if _verify == 0:
        return
    overwrite_free(IMMORTAL)
    _take_counts()
    static = static_roots()
    while load_word(static, 0) != 0:
        _visit_fields(load_word(static, 0), load_word(static, 8), TAKE)
        static = static + 16
    object = _first_object()
    while object != 0:
        header = load_word(object, 0)
        if header & KEPT == 0 and (header < 0 or header >= ONE):
            report(HEAP_IS_CORRUPT, object)
        object = _next_object(object)


def _mark_live() -> None:
    object = _first_object()
    while object != 0:
        header = load_word(object, 0)
        if header & (IMMORTAL | MARKED) == 0 and header >= ONE:
            _mark(object, header)
            _visit_grey()
        object = _next_object(object)
    while _dropped != 0:
        _visit_dropped()


def _is_marked(object: int) -> bool:
    return not is_in_extent(object) or load_word(object, 0) & (IMMORTAL | MARKED) != 0


def _find_finalizable() -> None:
    # What is not marked is garbage, but for what has finalizers, and all that that refers to.
    object = _first_object()
    while object != 0:
        header = load_word(object, 0)
        if header & IMMORTAL == 0 and (header & MARKED == 0 or _finalizes_all != 0) and _has_finalizer(header):
            header = header + ONE
            _finalize(object, header)
            if header & MARKED == 0:
                _mark(object, load_word(object, 0))
                _visit_grey()
        object = _next_object(object)
    while _dropped != 0:
        _visit_dropped()


def _has_finalizer(header: int) -> bool:
    return load_word(type_layout(header), FLAGS) & HAS_FINALIZER != 0 and header & FINALIZED == 0


def _mark(object: int, header: int) -> None:
    # It is alive, and its count is again one less than it has references.
    global _dropped
    header = (header if header & STUCK != 0 else header - ONE) | MARKED
    if not push(_grey, object):
        header = header | DROPPED
        _dropped = 1
    store_word(object, 0, header)


def _visit_grey() -> None:
    while not is_empty(_grey):
        _visit_pointers(pop(_grey), PUT)


def _visit_dropped() -> None:
    global _dropped
    _dropped = 0
    object = _first_object()
    while object != 0:
        header = load_word(object, 0)
        if header & DROPPED != 0:
            store_word(object, 0, header & ~DROPPED)
            _visit_pointers(object, PUT)
            _visit_grey()
        object = _next_object(object)


def _visit_pointers(object: int, what: int) -> None:
    _visit_fields(object, type_layout(load_word(object, 0)), what)


def _visit_fields(object: int, layout: int, what: int) -> None:
    field = layout + FIRST_POINTER
    end = field + int_shl(load_word(layout, POINTER_COUNT), 3)
    while field != end:
        _visit(load_word(object + load_word(field, 0), 0), what)
        field = field + 8
    if load_word(layout, FLAGS) & ITEMS_ARE_POINTERS != 0:
        slot = object + load_word(layout, ITEMS_OFFSET)
        end = slot + int_shl(load_word(object, load_word(layout, LENGTH_OFFSET)), 3)
        while slot != end:
            _visit(load_word(slot, 0), what)
            slot = slot + 8


def _visit(object: int, what: int) -> None:
    # What is not in the heap may be no object any more.
    if not is_in_extent(object):
        return
    header = load_word(object, 0)
    if header & IMMORTAL != 0:
        return
    if header & STUCK == 0:
        header = header - ONE if what == TAKE else header + ONE
        store_word(object, 0, header)
    if what == PUT and header & MARKED == 0:
        _mark(object, header)


def _free_unmarked_large() -> None:
    object = first_large()
    while object != 0:
        next = next_large(object)
        header = load_word(object, 0)
        if header & MARKED != 0:
            store_word(object, 0, header & ~MARKED)
        else:
            free_large(object)
        object = next


def _forbid_unmarked() -> None:
    object = first_cell()
    while object != 0:
        header = load_word(object, 0)
        if header & MARKED != 0:
            store_word(object, 0, header & ~MARKED)
        elif header & IMMORTAL != 0:
            give(object, cell_size())
        elif header != NOTHING:
            _forbid(object, object_size(object, type_layout(header)))
        object = next_cell()


# ---- all objects: cells, of which free ones look immortal, then large ones ----

_is_at_cells = 0


def _first_object() -> int:
    global _is_at_cells
    _is_at_cells = 1
    return _large_after(first_cell())


def _next_object(object: int) -> int:
    return _large_after(next_cell()) if _is_at_cells != 0 else next_large(object)


def _large_after(cell: int) -> int:
    # The first large object follows on the last cell.
    global _is_at_cells
    while cell != 0 and load_word(cell, 0) == NOTHING:
        cell = next_cell()
    if cell != 0:
        return cell
    _is_at_cells = 0
    return first_large()


# ---- finalizers and weak references ----


def _finalize(object: int, header: int) -> None:
    # It is pending, for a reference that it has; who takes it gets that.
    store_word(object, 0, header | FINALIZED)
    if header & WATCHED != 0:
        weak_clear(object)
    add_pending(object)


def finalizer_register(object: int) -> None:
    # Its type says so.
    pass


def finalizer_all() -> None:
    global _finalizes_all
    _finalizes_all = 1
    collect()
    _finalizes_all = 0


def weak_new(owner: int, target: int) -> int:
    store_word(owner, 0, load_word(owner, 0) | WATCHED)
    if is_in_extent(target):
        store_word(target, 0, load_word(target, 0) | WATCHED)
    return weak_add(owner, target)


def weak_get(row: int) -> int:
    return weak_find(row)


# ---- identity ----


def identity_hash(object: int) -> int:
    return int_ushr(object, 3)
