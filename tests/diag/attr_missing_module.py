# test: diag
import math

print(math.squareroot(2))  #! T0302 7: module `math` has no attribute `squareroot`
