# test: diag
d = {[1]: 2}  #! T0104 5: unhashable type: `list`
print(d)
