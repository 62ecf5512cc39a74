# test: diag
t = (1, "a", 2.5)
for i in range(2):
    print(t[i:])  #! U0405 11: not supported: slicing a tuple with bounds that are not constants
