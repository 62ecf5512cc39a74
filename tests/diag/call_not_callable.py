# test: diag
x = 5
print(x(1))  #! T0206 7: int is not callable
name = "f"
name()  #! T0206 1: str is not callable
