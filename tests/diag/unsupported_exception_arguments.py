# test: diag
try:
    raise ValueError(1, "a")
except ValueError as error:
    print(error.args == (1, "a"))  #! U0411 11: not supported: comparing the arguments of an exception; compare str() of it
