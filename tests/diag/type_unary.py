# test: diag
text = "a"
print(-text)  #! T0104 7: bad operand type for unary -: `str`
