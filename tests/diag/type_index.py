# test: diag
xs = [1, 2]
print(xs["a"])  #! T0105 7: must be int, not str
print(5[0])  #! T0108 7: `int` object is not subscriptable
