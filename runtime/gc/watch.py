# What is to be done about objects that die: weak references to them are cleared, then their finalizers run, once each.
# For collectors that trace. All here is in tables outside the heap, so tracing has nothing to do with it.
#
# A weak reference is a row: its owner, the object that stands for it in the program, and its target. The row is free
# again when the owner is dead. Objects with finalizers are registered in the order in which they were made. When one
# is dead it is doomed; what only the doomed refer to is kept for them, and those that no other refers to are pending:
# the program takes them, one by one, and runs their finalizers. The others, unless all of them refer to one another,
# wait for their turn: they are dead again at the next collection.
from weft.gc.objects import each_pointer
from weft.gc.pending import add_pending, start_pending
from weft.gc.stack import drop_all, drop_from, is_empty, new_stack, push_or_end, stack_end, stack_start
from weft.lowlevel import load_word, store_word, type_layout

__system__ = True
__wrapping__ = True

OWNER = 0
TARGET = 8
ROW = 16

_rows = 0  # stack of weak references; OWNER 0: free, and TARGET is the offset + 1 of the next free one, or 0
_free_row = 0  # offset + 1 of the first free row; 0: there is none
_registered = 0  # stack of objects with finalizers
_doomed = 0  # stack of those that are dead
_old_registered = 0  # bytes of the registered that no minor collection has to look at
_young_rows = 0  # stack of offsets of the rows that one has to


def start_watch() -> None:
    global _rows, _registered, _doomed, _young_rows
    _rows = new_stack()
    _registered = new_stack()
    _doomed = new_stack()
    start_pending()
    _young_rows = new_stack()


# ---- the program's side ----


def weak_new(owner: int, target: int) -> int:
    # A row for it: its offset.
    global _free_row
    if _free_row != 0:
        row = stack_start(_rows) + _free_row - 1
        _free_row = load_word(row, TARGET)
        store_word(row, OWNER, owner)
        store_word(row, TARGET, target)
    else:
        push_or_end(_rows, owner)
        push_or_end(_rows, target)
        row = stack_end(_rows) - ROW
    push_or_end(_young_rows, row - stack_start(_rows))
    return row - stack_start(_rows)


def weak_get(row: int) -> int:
    # The target, or 0 if that is dead.
    return load_word(stack_start(_rows) + row, TARGET)


def finalizer_register(object: int) -> None:
    push_or_end(_registered, object)


def finalizer_all() -> None:
    # The program ends: whatever has a finalizer is to be finalised.
    slot = stack_start(_registered)
    while slot != stack_end(_registered):
        add_pending(load_word(slot, 0))
        slot = slot + 8
    drop_all(_registered)
    _forget_young(0)


# ---- the collector's side ----


def settle(survivor, trace) -> None:
    # When all that can be reached was found. survivor(object): where the object is now, 0 if it is dead;
    # trace(pointer): the object survives, with all that it refers to, and is there then. What is not in the heap does
    # so anyway.
    row = stack_start(_rows)
    while row != stack_end(_rows):
        if load_word(row, OWNER) != 0:
            _settle_target(row, survivor)
        row = row + ROW
    _settle_registered(stack_start(_registered), survivor, trace)
    row = stack_start(_rows)
    while row != stack_end(_rows):
        if load_word(row, OWNER) != 0:
            _settle_owner(row, survivor)
        row = row + ROW
    _forget_young(stack_end(_registered) - stack_start(_registered))


def settle_young(survivor, trace) -> None:
    # The same if nothing is dead that was there at the last time.
    slot = stack_start(_young_rows)
    while slot != stack_end(_young_rows):
        _settle_target(stack_start(_rows) + load_word(slot, 0), survivor)
        slot = slot + 8
    _settle_registered(stack_start(_registered) + _old_registered, survivor, trace)
    slot = stack_start(_young_rows)
    while slot != stack_end(_young_rows):
        _settle_owner(stack_start(_rows) + load_word(slot, 0), survivor)
        slot = slot + 8
    _forget_young(stack_end(_registered) - stack_start(_registered))


def _forget_young(old_registered: int) -> None:
    global _old_registered
    drop_all(_young_rows)
    _old_registered = old_registered


def _settle_target(row: int, survivor) -> None:
    target = load_word(row, TARGET)
    if target != 0:
        store_word(row, TARGET, survivor(target))


def _settle_owner(row: int, survivor) -> None:
    global _free_row
    owner = survivor(load_word(row, OWNER))
    store_word(row, OWNER, owner)
    if owner == 0:
        store_word(row, TARGET, _free_row)
        _free_row = row - stack_start(_rows) + 1


# ---- finalizers ----


def _settle_registered(first: int, survivor, trace) -> None:
    _doom(first, survivor)
    if is_empty(_doomed):
        return
    slot = stack_start(_doomed)
    while slot != stack_end(_doomed):
        object = load_word(slot, 0)
        if survivor(object) == 0:  # else its fields were traced with it
            each_pointer(object, type_layout(load_word(object, 0)), trace)
        slot = slot + 8
    _choose(survivor, trace)
    drop_all(_doomed)


def _doom(first: int, survivor) -> None:
    # Who is dead moves from the registered to the doomed.
    slot = first
    end = stack_end(_registered)
    drop_from(_registered, first)
    while slot != end:
        object = load_word(slot, 0)
        now = survivor(object)
        if now != 0:
            push_or_end(_registered, now)
        else:
            push_or_end(_doomed, object)
        slot = slot + 8


def _choose(survivor, trace) -> None:
    # Among the doomed, whose fields were traced: those that no other refers to.
    takes_all = not _has_free_one(survivor)
    slot = stack_start(_doomed)
    while slot != stack_end(_doomed):
        object = load_word(slot, 0)
        now = survivor(object)
        if now == 0:
            add_pending(trace(object))
        elif takes_all:
            add_pending(now)
        else:
            push_or_end(_registered, now)
        slot = slot + 8


def _has_free_one(survivor) -> bool:
    slot = stack_start(_doomed)
    while slot != stack_end(_doomed):
        if survivor(load_word(slot, 0)) == 0:
            return True
        slot = slot + 8
    return False
