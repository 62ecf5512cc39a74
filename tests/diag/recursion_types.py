# test: diag
def deeper(x, n):
    if n == 0:
        return 0
    return deeper([x], n - 1)  #! T0113 12: deeper


print(deeper(1, 5))
