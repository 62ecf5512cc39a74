# test: diag  #! P0001 2:9: expected ':'
def f(x)
    return x
