# test: diag
def f(a=1, b):  #! P0001 12: non-default argument follows default argument
    return a + b
