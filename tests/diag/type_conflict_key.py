# test: diag
ages = {}
ages["Ann"] = 3  #- T0102 6: str comes from here
ages[7] = 4  #! T0102 1: the keys of this dict are int in one place and str in another  #- T0102 6: int comes from here
print(ages)
