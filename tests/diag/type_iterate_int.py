# test: diag
for i in 5:  #! T0104 1: `int` object is not iterable
    print(i)
