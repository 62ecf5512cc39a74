# test: lang
# Matrices, the game of life, Pascal's triangle.


def matmul(a, b):
    return [[sum([a[i][k] * b[k][j] for k in range(len(b))]) for j in range(len(b[0]))] for i in range(len(a))]


def transpose(m):
    out = []
    for j in range(len(m[0])):
        column = []
        for row in m:
            column.append(row[j])
        out.append(column)
    return out


def life(cells):
    h, w = len(cells), len(cells[0])
    new = [[0] * w for _ in range(h)]
    for y in range(h):
        for x in range(w):
            n = 0
            for dy in (-1, 0, 1):
                for dx in (-1, 0, 1):
                    if (dy or dx) and cells[(y + dy) % h][(x + dx) % w]:
                        n += 1
            new[y][x] = 1 if n == 3 or (n == 2 and cells[y][x]) else 0
    return new


print(matmul([[1, 2], [3, 4]], [[5, 6], [7, 8]]), matmul([[0.5]], [[2]]))
print(transpose([[1, 2, 3], [4, 5, 6]]), transpose([["a"], ["b"]]))
board = [[0] * 6 for _ in range(6)]
for y, x in ((0, 1), (1, 2), (2, 0), (2, 1), (2, 2)):
    board[y][x] = 1
for _ in range(4):
    board = life(board)
for row in board:
    print("".join(["#" if c else "." for c in row]))
triangle = [[1]]
for _ in range(6):
    row = triangle[-1]
    triangle.append([1] + [row[i] + row[i + 1] for i in range(len(row) - 1)] + [1])
print(triangle)
