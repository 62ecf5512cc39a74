# test: diag
print(issubclass(3, int))  #! T0112 7: issubclass() arg 1 must be a class, not int
