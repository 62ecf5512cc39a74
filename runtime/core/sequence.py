# What the sequences share: identity-or-equality, and slices made definite.

from weft.lowlevel import primitive, same_tuple

__wrapping__ = True


@primitive("tuple")
class tuple:
    __slots__ = ()
    # The name only: tuples have a class for each length.
    def __new__(cls, items=()):
        return same_tuple(items)


def is_same(x, y):
    # How containers compare their items.
    return x is y or x == y


def slice_start(start: int | None, step: int, length: int) -> int:
    if step == 0:
        raise ValueError("slice step cannot be zero")
    if start is None:
        return length - 1 if step < 0 else 0
    return _clamped(start, step, length)


def slice_stop(stop: int | None, step: int, length: int) -> int:
    if stop is None:
        return -1 if step < 0 else length
    return _clamped(stop, step, length)


def _clamped(i: int, step: int, length: int) -> int:
    if i < 0:
        i += length
        if i < 0:
            return -1 if step < 0 else 0
    elif i >= length:
        return length - 1 if step < 0 else length
    return i


def slice_count(start: int, stop: int, step: int) -> int:
    # Items from start up to stop.
    if step == 1:
        return stop - start if stop > start else 0
    if step < 0:
        return (start - stop - 1) // -step + 1 if stop < start and step != -9223372036854775808 else _one(start, stop)
    return (stop - start - 1) // step + 1 if start < stop else 0


def _one(start: int, stop: int) -> int:
    return 1 if stop < start else 0


class set_like:
    # Sets and the views of dicts: they can be compared.
    pass
