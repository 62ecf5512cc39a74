# Looks whether all that can be reached are objects. Once round to see them, once more to forget that they were seen.
from weft.gc.objects import (
    IMMORTAL,
    ITEM_SIZE,
    LENGTH_OFFSET,
    SEEN,
    each_pointer,
)
from weft.gc.roots import first_root, next_root
from weft.gc.settings import HEAP_IS_CORRUPT, report
from weft.gc.stack import is_empty, new_stack, pop, push
from weft.lowlevel import load_word, store_word, type_layout

__system__ = True
__wrapping__ = True

_stack = 0
_gave_up = 0  # no memory to do it with


def verify_heap() -> None:
    global _stack
    if _stack == 0:
        _stack = new_stack()
    if _gave_up == 0:
        _walk(0)
        _walk(SEEN)


def _walk(state: int) -> None:
    # To all objects whose bit SEEN is as in state, which it changes.
    slot = first_root()
    while slot != 0:
        _visit(load_word(slot, 0), state)
        while not is_empty(_stack):
            object = pop(_stack)
            layout = type_layout(load_word(object, 0))
            if state == 0:
                each_pointer(object, layout, _see)
            else:
                each_pointer(object, layout, _forget)
        slot = next_root()


def _see(object: int) -> int:
    _visit(object, 0)
    return 0


def _forget(object: int) -> int:
    _visit(object, SEEN)
    return 0


def _visit(object: int, state: int) -> None:
    global _gave_up
    if object == 0:
        return
    if object & 7 != 0:
        report(HEAP_IS_CORRUPT, object)
    header = load_word(object, 0)
    if header & IMMORTAL != 0 or header & SEEN != state:
        return
    if header < 0:
        report(HEAP_IS_CORRUPT, object)
    layout = type_layout(header)
    if load_word(layout, ITEM_SIZE) != 0 and load_word(object, load_word(layout, LENGTH_OFFSET)) < 0:
        report(HEAP_IS_CORRUPT, object)
    store_word(object, 0, header ^ SEEN)
    if not push(_stack, object):
        _gave_up = 1
