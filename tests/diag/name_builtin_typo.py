# test: diag
xs = [3, 1]
print(lenn(xs), sortde(xs))  #! N0101 7: name `lenn` is never bound  #! N0101 17: name `sortde` is never bound  #? N0101 did you mean `len`?  #? N0101 did you mean `sorted`?
