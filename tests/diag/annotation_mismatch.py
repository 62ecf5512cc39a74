# test: diag
def f(x: int) -> int:
    return x + 1


print(f("text"))  #! T0105 7: argument `x` of f() must be int, not str
