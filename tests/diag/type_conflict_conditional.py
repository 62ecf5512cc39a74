# test: diag
import sys

n = len(sys.argv)
x = [1] if n > 1 else {1: 2}  #! T0102 5: `x` is dict[int, int] on one path and list[int] on another  #- T0102 23: dict[int, int] comes from here  #- T0102 5: list[int] comes from here
print(x)
