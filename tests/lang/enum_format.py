# test: lang
# Format specifications of members.
from enum import Enum, IntEnum, Flag
class C(Enum):
    RED = 1
class I(IntEnum):
    A = 5
class F(Flag):
    X = 1
    Y = 2
print(f"{C.RED:>10}|", f"{I.A:>4}|", f"{I.A:03d}", f"{F.X|F.Y:>10}|", "{:^9}|".format(C.RED), "%5s|" % C.RED, "%s" % I.A, format(I.A, "x"), f"{I.A!r:>12}")
