# test: diag
d = {[1]: 2}  #! T0104 6: list
print(d)
