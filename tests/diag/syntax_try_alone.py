# test: diag
try:
    x = 1
print(x)  #! P0001 1: expected 'except' or 'finally' block
