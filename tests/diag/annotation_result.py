# test: diag
def f(x: int) -> str:
    return x + 1  #! T0112 12: str


print(f(1))
