# test: diag
def pick(flag):
    if flag:
        v = 3  #- T0102 13: int comes from here
    else:
        v = "three"  #- T0102 13: str comes from here
    return v  #! T0102 12: `v` is


print(pick(True), pick(False))
