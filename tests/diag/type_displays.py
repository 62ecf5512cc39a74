# test: diag
# Mixtures in displays are named after the container, dicts that stand for objects among them.
ann = {"name": "Ann", "age": 30}  #! T0102 7: the values of this dict are int in one place and str in another  #- T0102 16: str comes from here  #- T0102 30: int comes from here
both = {1: 2, "b": 3}  #! T0102 8: the keys of this dict are int in one place and str in another  #- T0102 9: int comes from here  #- T0102 15: str comes from here
some = {1, "a"}  #! T0102 8: the items of this set are int in one place and str in another  #- T0102 9: int comes from here  #- T0102 12: str comes from here
print(ann["name"], both, some)
