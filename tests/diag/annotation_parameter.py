# test: diag
# int is welcome where float is promised, None beside the annotation belongs to it.
def area(w: float, h: float = 2, unit: str = None) -> float:
    return w * h


def greet(name: "str", times: int) -> str:  #- T0114 31: annotated here
    return name * times


print(area(2), area(2.5, 1, "m"))
print(greet("a", 2))
print(greet("a", "b"))  #! T0114 7: `times` is annotated as int, but is str here  #- T0114 18: str comes from here
