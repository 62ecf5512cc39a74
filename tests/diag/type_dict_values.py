# test: diag
d = {"a": 1}  #- T0102 11: int comes from here
d["b"] = "two"  #! T0102 1: int on one path and str on another  #- T0102 10: str comes from here
print(d)
