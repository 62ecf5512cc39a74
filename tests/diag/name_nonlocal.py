# test: diag
def f():
    nonlocal x  #! N0101 14: nonlocal declaration of 'x' not allowed at module level
    x = 1


f()
