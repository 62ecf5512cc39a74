# test: diag
xs = [1, 2]  #- T0102 7: int comes from here
xs.append("three")  #! T0102 1: int on one path and str on another  #- T0102 11: str comes from here
print(xs)
