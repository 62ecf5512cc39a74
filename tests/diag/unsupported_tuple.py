# test: diag
print(tuple(3))  #! T0104 7: `int` has no __iter__
