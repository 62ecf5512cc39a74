# test: diag
print(len([1], [2]))  #! T0201 7: len() takes 1 positional argument but 2 were given
print(abs())  #! T0204 7: abs() is missing the argument `x`
