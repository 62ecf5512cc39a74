import typing
from typing import List, TypeVar
from weft.lowlevel import int_add, native as call_native

T = TypeVar("T")


def outer(n: int, *, key: "str" = 1) -> List[int]:
    captured = n

    def inner(by=n):
        nonlocal captured
        captured += by
        return int_add(captured, 1)

    return [lambda: i + captured for i in range(n)], inner


class C(typing.Generic[T]):
    x: int
    y: List[T] = 3
    z = y

    def __private(self):
        return super().method(self.__x)


def maybe(flag):
    if flag:
        bound = 1
    print(bound, bound)
    del bound
    return bound


def generate(xs):
    yield from xs
    yield (x for x in xs)


call_native("f")
