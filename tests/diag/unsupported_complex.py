# test: diag
z = 3 + 4j  #! U0401 5: not supported: complex numbers
print(z)
