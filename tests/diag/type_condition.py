# test: diag
def f(n):
    x = [] if n else ()  #! T0102 9: on one path and  #- T0102 9: list  #- T0102 22: tuple
    return x


print(f(1))
