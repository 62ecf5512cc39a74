# test: diag  #? T0103 reached via the module (tests/diag/type_reached_via.py:10) -> outer
def inner(a, b):
    return a + b  #! T0103 12: unsupported operand types for +: `int` and `str`


def outer(a):
    return inner(a, "s")


print(outer(1))
