# test: diag
print(len(5))  #! T0104 7: `int` has no __len__
print(abs("x"))  #! T0104 7: `str` has no __abs__
