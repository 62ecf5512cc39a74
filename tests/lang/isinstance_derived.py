# test: lang
# Named tuples are tuples, members of IntEnum ints and those of StrEnum strs to who asks.
from collections import namedtuple
from enum import Enum, IntEnum, IntFlag, StrEnum
from typing import NamedTuple

P = namedtuple("P", "x y")


class N(NamedTuple):
    a: int
    b: str


class I(IntEnum):
    A = 1
    B = 2


class F(IntFlag):
    X = 1
    Y = 2


class S(StrEnum):
    A = "a"


class T(str, Enum):
    A = "t"


class E(Enum):
    A = 1


class P3(P):
    pass


def kind(x):
    if isinstance(x, tuple):
        return "tuple"
    if isinstance(x, int):
        return "int"
    return "str" if isinstance(x, str) else "other"


def matched(x):
    match x:
        case int():
            return "int"
        case str():
            return "str"
        case _:
            return "other"


print(kind(P(1, 2)), kind(N(1, "")), kind(P3(1, 2)), kind(I.B), kind(F.X | F.Y), kind(S.A), kind(T.A), kind(E.A))
print(kind((1,)), kind(1), kind("s"), kind(2.5), kind(True))
print(matched(I.A), matched(S.A), matched(E.A))
print(isinstance(I.A, (float, int)), isinstance(P(1, 2), (list, str)), isinstance(E.A, int))
print(issubclass(P, tuple), issubclass(I, int), issubclass(S, str), issubclass(E, int), issubclass(P3, tuple))
print(type(I.A) is int, type(P(1, 2)) is tuple)
for item in (P(1, 2), None):
    if isinstance(item, tuple):
        print(item.x + item[1], len(item))
