# test: diag
count: int = "many"  #! T0112 14: int
print(count)
