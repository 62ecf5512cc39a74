# test: diag
xs = [1, "two"]  #! T0102 6: int on one path and str on another  #- T0102 7: int comes from here  #- T0102 10: str comes from here
print(xs)
