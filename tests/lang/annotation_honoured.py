# test: lang
# Annotations change nothing: int is welcome where float is promised and stays an int.
from typing import Optional, List, Dict, Callable, Union, Any, TypeVar, Generic, Tuple

T = TypeVar("T")


class Node:
    value: int
    next: "Optional[Node]"

    def __init__(self, value: int, next: "Node" = None) -> None:
        self.value = value
        self.next = next
        self.items: List[int] = []
        self.name: str = None


class Sub(Node):
    pass


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, item: T) -> None:
        self.items.append(item)

    def pop(self) -> T:
        return self.items.pop()


def half(x: float) -> float:
    return x


def apply(f: Callable[[int], int], n: int) -> int:
    return f(n)


def find(d: Dict[str, int], k: str) -> int | None:
    return d.get(k)


def many(*args: int, key: str = None) -> list[float]:
    return [a for a in args]


x: float = 1
print(x)
count: "int" = True
total: Union[int, str] = 3
pair: Tuple[int, str] = (1, "a")
rest: tuple[int, ...] = (1, 2, 3)
anything: Any = "s"
print(half(2), apply(lambda v: v + 1, 3), find({"a": 1}, "a"), many(1, 2), pair, rest, count, total)
n: Node = Sub(3)
print(n.value, n.next, n.items, n.name)
s: Stack[int] = Stack()
s.push(3)
print(s.pop())
empty: dict[str, list[int]] = {}
print(empty)
later: int
later = 4
print(later)
