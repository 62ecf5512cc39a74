# test: diag
def product(a, b):
    return a @ b  #! T0103 12: unsupported operand types for @: `int` and `int`


print(product(1, 2))
