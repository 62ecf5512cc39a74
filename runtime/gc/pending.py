# Objects whose finalizers are to run, in a table outside the heap, until the program takes them, one by one.
from weft.gc.stack import drop_all, new_stack, push_or_end, stack_end, stack_start
from weft.lowlevel import load_half, load_word

__system__ = True
__wrapping__ = True

_pending = 0  # stack of them
_taken = 0  # bytes of it that were taken from its beginning


def start_pending() -> None:
    global _pending
    _pending = new_stack()


def add_pending(object: int) -> None:
    push_or_end(_pending, object)


# ---- the program's side ----


def finalizer_next() -> int:
    # The type id of the object that is to be finalised next; -1: there is none.
    global _taken
    next = first_pending()
    if next == pending_end():
        _taken = 0
        drop_all(_pending)
        return -1
    return load_half(load_word(next, 0), 0)


def finalizer_take() -> int:
    # That object. It is the program's now.
    global _taken
    next = first_pending()
    _taken = _taken + 8
    return load_word(next, 0)


# ---- the collector's side: they are roots ----


def first_pending() -> int:
    return stack_start(_pending) + _taken


def pending_end() -> int:
    return stack_end(_pending)
