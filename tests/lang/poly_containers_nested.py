# test: lang
# Containers of containers built by shared helpers.


def grid(w, h, value):
    return [[value] * w for _ in range(h)]


def column(g, x):
    return [row[x] for row in g]


def put(table, key, value):
    if key not in table:
        table[key] = []
    table[key].append(value)
    return table


class Matrix:
    def __init__(self, rows):
        self.rows = rows

    def map(self, f):
        return Matrix([[f(x) for x in row] for row in self.rows])

    def cell(self, y, x):
        return self.rows[y][x]


a, b, c = grid(2, 2, 0), grid(3, 1, "."), grid(1, 2, None)
a[0][1] = 5
b[0][2] = "#"
c[1][0] = 2.5
print(a, b, c, column(a, 1), column(b, 2), column(c, 0))
print(put(put({}, "a", 1), "a", 2), put({}, 1, "x"), put({}, (0, 1), [2]))
m = Matrix([[1, 2], [3, 4]])
print(m.map(lambda x: x * 0.5).rows, m.map(str).cell(1, 1) + "!", m.cell(0, 0) + 1, m.map(lambda x: [x]).cell(0, 1))
deep = {}
deep["x"] = {}
deep["x"]["y"] = []
deep["x"]["y"].append({1: (2, [3])})
print(deep, deep["x"]["y"][0][1][1][0])
lists = [[] for _ in range(3)]
lists[1].append("b")
print(lists, [len(x) for x in lists])
table = [[] for _ in range(2)]
table[0].append([])
table[0][0].append(1)
print(table)
