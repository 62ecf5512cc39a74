# test: diag
from typing import Callable


def twice(f: Callable[[int], int], n: int) -> int:  #- T0114 14: annotated here
    return f(f(n))


print(twice(lambda v: v + 1, 1))
print(twice(3, 4))  #! T0114 7: `f` is annotated as Callable, but is int here  #- T0114 13: int comes from here
