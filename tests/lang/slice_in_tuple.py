# test: lang
# Slices in tuples of subscripts: x[1:2, 3].
class Table:
    def __init__(self):
        self.rows = [[10 * i + k for k in range(5)] for i in range(4)]

    def __getitem__(self, key):
        rows, column = key
        return [row[column] for row in self.rows[rows]]

    def __setitem__(self, key, value):
        print("set", key, value)

    def __delitem__(self, key):
        print("del", key)


class Echo:
    def __getitem__(self, key):
        return key


table = Table()
print(table[1:3, 2], table[:, 0], table[::2, -1])
table[1:2, 3] = 5
del table[:2, 3]
n = 2
print(Echo()[1:n, ::3], Echo()[1, 2:])
start, stop = Echo()[1:n, ::3]
print(start.start, start.stop, start.step, stop.step, Echo()[1, n:][1].start, slice(1, 2) == start)
