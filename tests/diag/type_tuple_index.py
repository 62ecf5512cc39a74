# test: diag
t = (1, "a")
print(t[2])  #! T0107 7: tuple index out of range: the tuple has 2 items
