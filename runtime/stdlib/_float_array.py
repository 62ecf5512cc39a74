# Arrays of floats.
from typing import Generic, TypeVar
from weft.core.checks import _type_name
from weft.core.text import StringBuilder
from _binary import get_float, put_float, single
from array import array as base

T = TypeVar("T")


class array(base[T], Generic[T]):
    __module__ = "array"

    def _empty(self):
        return array(self.typecode)

    def _checked(self, x):
        if not isinstance(x, (int, float)):
            raise TypeError("must be real number, not " + _type_name(x))
        return single(float(x)) if self.itemsize == 4 else float(x)

    def _put(self, out: StringBuilder, x: float) -> None:
        put_float(out, x, self.itemsize, False)

    def _get(self, text: str, at: int) -> float:
        return get_float(text, at, self.itemsize, False)
