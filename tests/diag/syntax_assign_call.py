# test: diag
def f():
    return 1


f() = 2  #! P0001 1: cannot assign to function call here. Maybe you meant '==' instead of '='?
