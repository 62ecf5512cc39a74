# test: diag
def f(a, b, a):  #! P0001 13: duplicate argument 'a' in function definition
    return a
