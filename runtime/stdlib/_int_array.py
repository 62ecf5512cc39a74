# Arrays of ints.
from typing import Generic, TypeVar
from weft.core.checks import _type_name
from weft.core.text import StringBuilder
from _binary import get_int, put_int
from array import array as base

T = TypeVar("T")

_NAMES = {
    "b": "signed char",
    "B": "unsigned byte integer",
    "h": "signed short integer",
    "H": "unsigned short",
    "i": "signed integer",
    "I": "unsigned int",
}


def _limits(typecode: str, size: int) -> tuple[int, int]:
    if typecode in "BHI":
        return 0, (1 << 8 * size) - 1
    if typecode in "LQ":
        return 0, 9223372036854775807
    high = 9223372036854775807 if size == 8 else (1 << 8 * size - 1) - 1
    return -high - 1, high


class array(base[T], Generic[T]):
    __module__ = "array"
    _low: int
    _high: int

    def __init__(self, typecode: str) -> None:
        base.__init__(self, typecode)
        self._low, self._high = _limits(typecode, self.itemsize)

    def _empty(self):
        return array(self.typecode)

    def _checked(self, x):
        if not isinstance(x, int):
            raise TypeError("'" + _type_name(x) + "' object cannot be interpreted as an integer")
        value = int(x)
        if value < self._low or value > self._high:
            self._refuse(value)
        return value

    def _refuse(self, x: int) -> None:
        code = self.typecode
        if x < 0 and code in "IL":
            raise OverflowError("can't convert negative value to unsigned int")
        if code == "Q":
            raise OverflowError("can't convert negative int to unsigned")
        name = _NAMES[code]
        if code == "b" and not -32768 <= x <= 32767:
            name = "signed short integer"
        elif code == "H" and not -(2**31) <= x < 2**31:
            name = "signed integer"
        raise OverflowError(name + (" is less than minimum" if x < self._low else " is greater than maximum"))

    def _put(self, out: StringBuilder, x: int) -> None:
        put_int(out, x, self.itemsize, False)

    def _get(self, text: str, at: int) -> int:
        return get_int(text, at, self.itemsize, False, self._low < 0)
