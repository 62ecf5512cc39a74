# test: diag
def table(n):
    rows = []
    for i in range(n):
        rows.append([])
    return rows


t = table(2)
t[0].append(1)  #- T0102 13: int comes from here
t[1].append("one")  #! T0102 1: this is int on one path and str on another  #- T0102 13: str comes from here
print(t)
