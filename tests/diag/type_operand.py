# test: diag
print([1] - [2])  #! T0103 7: unsupported operand types for -: `list[int]` and `list[int]`
print("a" * "b")  #! T0103 7: `str` and `str`
print({} < {})  #! T0103 7: '<' not supported between instances of
