# test: diag
m = __import__("math")  #! U0104 5: not supported: running source text
print(m)
