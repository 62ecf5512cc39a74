# test: diag
def f(a, b):
    return a


f(a=1, 2)  #! P0001 8: positional argument follows keyword argument
