# test: diag
print(len(5))  #! T0104 7: object of type `int` has no len()
print(abs("x"))  #! T0104 7: bad operand type for abs(): `str`
