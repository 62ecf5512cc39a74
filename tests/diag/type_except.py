# test: diag
try:
    print(1)
except int:  #! T0111 8: int
    print(2)
