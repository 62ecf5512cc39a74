# test: diag
def broken(n):
    return missing + n  #! N0101 12: name `missing`


a = broken(1)
b = a + 2
c = [a, b]
print(a, b, c, c[0] + 1)
