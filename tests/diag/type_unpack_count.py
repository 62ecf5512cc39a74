# test: diag
a, b = (1, 2, 3)  #! T0110 1: cannot unpack a tuple of 3 items into 2 targets
print(a, b)
