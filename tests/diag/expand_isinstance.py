# test: diag
from collections import namedtuple
from enum import IntEnum

P = namedtuple("P", "x y")


class N(IntEnum):
    A = 1


print(isinstance(P(1, 2), (P, N)), isinstance(N.A, N))
print(isinstance(P(1, 2), tuple))  #! U0415 7: not supported: asking whether `P` is one of a builtin class; ask for its own class
print(isinstance(N.A, int))  #! U0415 7: not supported: asking whether `N` is one of a builtin class; ask for its own class
