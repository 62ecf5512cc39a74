# test: lang
from __future__ import annotations
from typing import TYPE_CHECKING, Callable, Iterable, Protocol, Literal, NamedTuple

if TYPE_CHECKING:
    from nowhere import Nothing




class Square:
    def __init__(self, s: float) -> None:
        self.s = s

    def area(self) -> float:
        return self.s * self.s




def total(shapes: Iterable[Shape]) -> float:
    t: float = 0
    for s in shapes:
        t += s.area()
    return t


def show(shape: Shape, mode: Literal["a", "b"] = "a") -> str:
    return f"{shape.area()} {mode}"


def nothing(x: Nothing) -> Nothing:
    return x


def make() -> Callable[[int], int]:
    def inner(v: int) -> int:
        return v * 2
    return inner


print(total([Square(2), Square(3)]), show(Square(1)), make()(4), nothing(3))


