# test: diag
def find(xs, wanted):
    for x in xs:
        if x == wanted:
            return x
    return "missing"  #- T0102 12: str comes from here


print(find([1, 2], 3))  #! T0102 7: int on one path and str on another  #- T0102 13: int comes from here
