# test: diag
def f(a, b):
    return a


print(f(a=1, b=2, a=3))  #! P0001 19: keyword argument repeated: a
