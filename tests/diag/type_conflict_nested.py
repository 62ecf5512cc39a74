# test: diag
def table(n):
    rows = []
    for i in range(n):
        rows.append([])
    return rows


t = table(2)
t[0].append(1)  #- T0102 13: int comes from here
t[1].append("one")  #! T0102 1: the items of this list are int in one place and str in another  #- T0102 13: str comes from here
print(t)
