# test: lang
# IntEnum: members are numbers in arithmetic, comparisons and hashes.
from enum import IntEnum


class Num(IntEnum):
    ONE = 1
    TWO = 2
    THREE = 3
print(Num.ONE, repr(Num.TWO), Num.ONE + 1, 1 + Num.ONE, Num.ONE < Num.TWO, Num.TWO == 2, 2 == Num.TWO, Num.THREE >= 3)
print(sorted([Num.THREE, Num.ONE]), max(Num), sum(Num), int(Num.TWO), Num.TWO * 2.5, Num(3), f"{Num.ONE}")
print({Num.ONE: "a"}, hash(Num.TWO) == hash(2), bool(Num.ONE), -Num.ONE)
