# test: diag
count: int = 1
count = 2
name: str  #- T0114 7: annotated here
name = "n"
name = 3.5  #! T0114 8: `name` is annotated as str, but is float here  #- T0114 8: float comes from here
pair: tuple[int, str] = (1, 2)  #! T0114 25: `pair` is annotated as tuple[int, str], but is tuple[int, int] here  #- T0114 25: tuple[int, int] comes from here  #- T0114 7: annotated here
rest: tuple[int, ...] = (1, 2, 3)
table: "dict[str, int]" = {1: "one"}  #! T0114 27: `table` is annotated as dict[str, int], but is dict[int, str] here  #- T0114 27: dict[int, str] comes from here  #- T0114 8: annotated here


def f():
    local: list[str] = [1]  #! T0114 24: `local` is annotated as list[str], but is list[int] here  #- T0114 24: list[int] comes from here  #- T0114 12: annotated here
    return local


print(f())
