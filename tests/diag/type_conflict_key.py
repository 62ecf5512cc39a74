# test: diag
ages = {}
ages["Ann"] = 3  #- T0102 6: str comes from here
ages[7] = 4  #! T0102 1: this is int on one path and str on another  #- T0102 6: int comes from here
print(ages)
