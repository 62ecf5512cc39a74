# test: lang
# standalone:
# Carets under subscripts, in a method called from a loop.


def third(rows, i):
    return rows[i][2] + 1


rows = [[1, 2, 3], [4, 5]]
for i in range(len(rows)):
    print(third(rows, i))
