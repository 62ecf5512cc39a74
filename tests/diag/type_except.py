# test: diag
try:
    print(1)
except int:  #! T0111 1: only classes derived from BaseException can be caught, and class int is none
    print(2)
