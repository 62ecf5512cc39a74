# test: lang
# Backtracking: a generator that yields whole solutions.


def queens(n, row=0, columns=()):
    if row == n:
        yield list(columns)
        return
    for column in range(n):
        if safe(columns_list(columns), row, column):
            for solution in place(n, row + 1, columns_list(columns) + [column]):
                yield solution


def columns_list(columns):
    return [c for c in columns]


def place(n, row, columns):
    if row == n:
        yield columns
        return
    for column in range(n):
        if safe(columns, row, column):
            yield from place(n, row + 1, columns + [column])


def safe(columns, row, column):
    return all(c != column and abs(c - column) != row - r for r, c in enumerate(columns))


print(next(queens(6)), sum(1 for _ in queens(6)))
print(sum(1 for _ in place(7, 0, [])))
