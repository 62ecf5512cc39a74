# test: diag
from typing import Optional


def find(xs: list[int], x: int) -> Optional[str]:  #- T0114 36: annotated here
    for i in xs:
        if i == x:
            return i  #! T0114 20: the result of find() is annotated as str | None, but is int here
    return None


print(find([1, 2], 2))  #- T0114 13: int comes from here
