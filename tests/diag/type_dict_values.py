# test: diag
d = {"a": 1}  #- T0102 11: int comes from here
d["b"] = "two"  #! T0102 1: the values of this dict are int in one place and str in another  #- T0102 10: str comes from here
print(d)
