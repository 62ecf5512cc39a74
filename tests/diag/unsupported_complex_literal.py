# test: diag
z = 1 + 2j  #! U0401 5: not supported: complex numbers
print(complex(1, 2))  #! U0109 7: not supported: `complex` here, because there are no complex numbers
