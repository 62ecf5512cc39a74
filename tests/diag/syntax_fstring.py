# test: diag
x = 5
print(f"{x")  #! P0001 7: f-string: expecting '}'
