# test: diag
def f():
    nonlocal x  #! N0101 14: no binding for nonlocal 'x' found
    x = 1


f()
