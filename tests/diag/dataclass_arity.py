# test: diag
from dataclasses import dataclass


@dataclass
class P:
    x: int
    y: int = 0


P()  #! T0204 1: P.__init__() is missing the argument `x`
P(1, z=2)  #! T0202 1: P.__init__() got an unexpected keyword argument `z`
