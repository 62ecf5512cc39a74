# test: diag
xs = [1, 2]  #- T0102 7: int comes from here
xs.append("three")  #! T0102 1: the items of this list are int in one place and str in another  #- T0102 11: str comes from here
print(xs)
