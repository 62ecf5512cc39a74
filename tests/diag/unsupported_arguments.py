# test: diag
print(isinstance(1))  #! U0109 7: not supported: `isinstance` here, because it has to be called with two arguments
print(len())  #! T0204 7: len() is missing the argument `x`
