# test: diag
xs = [1, "two"]  #! T0102 6: the items of this list are int in one place and str in another  #- T0102 7: int comes from here  #- T0102 10: str comes from here
print(xs)
