# Roots, one after the other: `slot = first_root()`, then `slot = next_root()` until that is 0. A slot is the address
# of a word that holds a pointer or 0, and may be given a new one. They are: the shadow stack, the pointer fields of
# objects on the machine stack and of static memory, objects whose finalizers are to run, and the pending exception,
# which has a cell here meanwhile.
#
# Slots come in spans, rows of neighbours: the shadow stack is one, a field is one, the items of an array are one.
from weft.gc.objects import (
    FIRST_POINTER,
    FLAGS,
    ITEMS_ARE_POINTERS,
    ITEMS_OFFSET,
    LENGTH_OFFSET,
    ON_STACK,
    POINTER_COUNT,
)
from weft.gc.pending import first_pending, pending_end
from weft.gc.watch import start_watch
from weft.lowlevel import (
    int_shl,
    load_word,
    memory_reserve,
    pending_exception,
    root_base,
    root_top,
    set_pending_exception,
    static_roots,
    store_word,
    type_layout,
)

__system__ = True
__wrapping__ = True

_cell = 0  # the pending exception's
_slot = 0  # in the span being handed out
_end = 0  # of that span
_object = 0  # whose fields are being handed out
_layout = 0  # its; 0: that object is done
_field = 0  # address in the layout record of the next field's offset
_fields_end = 0
_on_stack = 0  # the shadow stack's slot after that of the last stack object
_has_watched = 0  # whether the objects to be finalised are still to come
_static = 0  # the row of the table of static roots that comes next


def start_roots() -> None:
    global _cell
    _cell = memory_reserve(16)
    start_watch()


def first_root() -> int:
    global _slot, _end, _layout, _on_stack, _static, _has_watched
    store_word(_cell, 0, pending_exception())
    _slot = root_base() - 8
    _end = root_top()
    _layout = 0
    _on_stack = root_base()
    _static = static_roots()
    _has_watched = 1
    return next_root()


def next_root() -> int:
    global _slot
    _slot = _slot + 8
    if _slot != _end:
        return _slot
    return _next_span()


def _next_span() -> int:
    # The first slot of the next span that is not empty. The exception's cell is the last one.
    global _slot, _end, _has_watched
    if _slot == _cell + 8:
        set_pending_exception(load_word(_cell, 0))
        return 0
    while _layout != 0 or _next_object():
        if _next_field():
            return _slot
    if _has_watched != 0 and first_pending() != pending_end():
        _has_watched = 0
        _slot = first_pending()
        _end = pending_end()
        return _slot
    _slot = _cell
    _end = _cell + 8
    return _slot


def _next_field() -> bool:
    # Sets the span to the next one of the object, if there is one.
    global _slot, _end, _layout, _field
    if _field != _fields_end:
        _slot = _object + load_word(_field, 0)
        _end = _slot + 8
        _field = _field + 8
        return True
    layout = _layout
    _layout = 0
    if load_word(layout, FLAGS) & ITEMS_ARE_POINTERS == 0:
        return False
    _slot = _object + load_word(layout, ITEMS_OFFSET)
    _end = _slot + int_shl(load_word(_object, load_word(layout, LENGTH_OFFSET)), 3)
    return _slot != _end


def _next_object() -> bool:
    # Sets the object to the next one on the machine stack or in static memory, if there is one.
    return _next_on_stack() or _next_static()


def _next_on_stack() -> bool:
    global _on_stack
    while _on_stack != root_top():
        object = load_word(_on_stack, 0)
        _on_stack = _on_stack + 8
        if object != 0:
            header = load_word(object, 0)
            if header & ON_STACK != 0:
                _take(object, type_layout(header))
                return True
    return False


def _next_static() -> bool:
    global _static
    if load_word(_static, 0) == 0:
        return False
    _take(load_word(_static, 0), load_word(_static, 8))
    _static = _static + 16
    return True


def _take(object: int, layout: int) -> None:
    global _object, _layout, _field, _fields_end
    _object = object
    _layout = layout
    _field = layout + FIRST_POINTER
    _fields_end = _field + int_shl(load_word(layout, POINTER_COUNT), 3)
