# Where the heap is: the addresses from the lowest to the highest that objects ever had. A pointer to the machine stack
# always leads elsewhere, one to a prebuilt object as a rule.
from weft.lowlevel import int_ult

__system__ = True
__wrapping__ = True

_low = 0
_bytes = 0


def is_in_extent(a: int) -> bool:
    return int_ult(a - _low, _bytes)


def extend(a: int, size: int) -> None:
    # The heap is also there.
    global _low, _bytes
    if _bytes == 0:
        _low = a
    end = _low + _bytes
    if int_ult(end, a + size):
        end = a + size
    if int_ult(a, _low):
        _low = a
    _bytes = end - _low
