# test: lang
# IntFlag: combinations, unknown bits, numbers.
from enum import Enum, IntFlag, StrEnum, IntEnum, auto
class Perm(IntFlag):
    R = 4
    W = 2
    X = 1
    RW = 6
    NONE = 0
print(Perm.R | Perm.W, repr(Perm.R | Perm.W), Perm.R | 8, repr(Perm.R | 8), Perm(3), ~Perm.R, repr(~Perm.R), int(Perm.R), Perm.R + 1, Perm.R in Perm(7), Perm.RW, repr(Perm.RW), [repr(p) for p in Perm])
print(repr(Perm.R & 4), repr(Perm.R ^ 6), repr(1 | Perm.R), Perm.R == 4, 4 == Perm.R, Perm.R > 3, repr(Perm(0)), bool(Perm(0)), len(Perm(7)), list(Perm(6)), repr(Perm(8)), repr(Perm.NONE), Perm.R.name, (Perm.R|Perm.X).name, (Perm.R|8).name, Perm(8).name, f"{Perm.R}", f"{Perm.R|Perm.X:>4}", format(Perm.R), hash(Perm.R) == hash(4), Perm["R"], Perm.R * 2, Perm.R - 1, -Perm.R, Perm.R << 1, divmod(7, 2))
class F(IntFlag):
    A = auto()
    B = auto()
    C = auto()
print([f.value for f in F], F.A | F.C, repr(F.A|F.B|F.C), F.A < F.B, sum([F.A, F.B]), isinstance(F.A, Enum), type(F.A | F.B).__name__)
x = F.A
x |= F.C
print(repr(x), x & F.B == 0, F.B in x, F.C in x, repr(x & ~F.A), not x & F.B)
