# test: lang
# typing, abc, collections.abc and __future__ at run time: names in annotations, bases and decorators.
from __future__ import annotations
import abc
import typing
from abc import ABC, ABCMeta, abstractmethod
from collections.abc import Iterable, Iterator, Callable as Fn
from typing import (TYPE_CHECKING, Any, Callable, ClassVar, Dict, Final, Generic, List, Optional, Protocol, Set, Tuple, TypeVar, Union, cast, overload)

if TYPE_CHECKING:
    from somewhere import Missing

T = TypeVar("T")
K = TypeVar("K", bound="Base")
Vector = List[float]
MAX: Final = 10
Handler = Callable[[int], int]
Maybe = Optional[int]
Either = Union[int, str]


class Base(ABC):
    count: ClassVar[int] = 0

    @abstractmethod
    def area(self) -> float: ...

    @property
    @abc.abstractmethod
    def name(self) -> str:
        pass


class Square(Base):
    def __init__(self, side: float) -> None:
        self.side: float = side

    def area(self) -> float:
        return self.side**2

    @property
    def name(self) -> str:
        return "square"


class Sized(Protocol):
    def size(self) -> int: ...


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: List[T] = []

    def push(self, x: T) -> None:
        self.items.append(x)

    def pop(self) -> Optional[T]:
        return self.items.pop() if self.items else None


class Meta(metaclass=ABCMeta):
    @abstractmethod
    def go(self):
        raise NotImplementedError


class Goer(Meta):
    def go(self):
        return "go"


def scale(v: Vector, k: float) -> Vector:
    return [x * k for x in v]


def apply(f: Callable[[int], int], x: int) -> int:
    return f(x)


def first(xs: Iterable[int], default: Optional[int] = None) -> Optional[int]:
    for x in xs:
        return x
    return default


def table() -> Dict[str, Tuple[int, ...]]:
    out: Dict[str, Tuple[int, ...]] = {}
    out["a"] = (1, 2)
    return out


s = Stack[int]()
s.push(3)
print(s.pop(), s.pop(), Square(3).area(), Square(1).name, Goer().go(), MAX)
print(scale([1.0, 2.0], 3.0), apply(lambda x: x + 1, 4), first([]), first([7]), table(), cast(int, 5), typing.cast("str", "x"))
x: typing.List[int] = []
y: Any = 4
print(x, y)
