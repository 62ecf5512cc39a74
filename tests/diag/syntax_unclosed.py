# test: diag
xs = [1, 2  #! P0001 6: '[' was never closed
print(xs)
