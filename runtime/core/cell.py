# Captured variables that may be read before they are bound, or after `del`.
from typing import Generic, TypeVar

T = TypeVar("T")


class cell(Generic[T]):
    _value: T
    _bound: bool

    def __init__(self) -> None:
        self._bound = False


def _cell_set(c: cell[T], value: T) -> None:
    c._value = value
    c._bound = True


def _cell_local(c: cell[T], name: str) -> T:
    if not c._bound:
        raise UnboundLocalError("cannot access local variable '" + name + "' where it is not associated with a value")
    return c._value


def _cell_free(c: cell[T], name: str) -> T:
    if not c._bound:
        raise NameError("cannot access free variable '" + name + "' where it is not associated with a value in enclosing scope")
    return c._value


def _cell_unbind(c: cell[T]) -> None:
    c._bound = False
