# test: diag
from typing import Union


def show(x: Union[int, float], y: int | None = 3) -> None:  #- T0114 13: annotated here
    print(x, y)


show(1)
show(2.5, None)
show("text", 1)  #! T0114 1: `x` is annotated as int | float, but is str here  #- T0114 6: str comes from here
