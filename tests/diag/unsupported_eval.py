# test: diag
print(eval("1 + 1"))  #! U0104 7: not supported: running source text
exec("x = 1")  #! U0104 1: not supported: running source text
