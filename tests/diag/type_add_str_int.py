# test: diag
def label(n):
    return "n = " + n  #! T0103 12: `str` and `int`


print(label(5))
