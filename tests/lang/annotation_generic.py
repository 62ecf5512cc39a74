# test: lang
from typing import Generic, TypeVar, Callable
T = TypeVar("T")
K = TypeVar("K", bound=int)


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, item: T) -> None:
        self.items.append(item)

    def pop(self) -> T:
        return self.items.pop()


class Named(Stack[str]):
    def first(self) -> str:
        return self.items[0]


def ident(x: T) -> T:
    return x


s: Stack[int] = Stack()
s.push(3)
t = Stack[str]()
t.push("a")
n = Named()
n.push("z")
print(s.pop(), t.pop(), n.first(), ident(2), ident("x"))
