# test: diag
print("a" < 1)  #! T0103 7: '<' not supported between instances of `str` and `int`
