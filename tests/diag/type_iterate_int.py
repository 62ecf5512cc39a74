# test: diag
for i in 5:  #! T0104 10: int
    print(i)
