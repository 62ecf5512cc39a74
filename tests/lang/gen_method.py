# test: lang
# Generators as methods, static and class methods, properties.


class Grid:
    size = 2

    def __init__(self, cells):
        self.cells = cells

    def __iter__(self):
        for row in self.rows():
            yield from row

    def rows(self):
        for i in range(0, len(self.cells), self.size):
            yield self.cells[i : i + self.size]

    @property
    def odd(self):
        return (c for c in self if c % 2)

    @staticmethod
    def numbers(n):
        for i in range(n):
            yield i

    @classmethod
    def sizes(cls):
        yield cls.size
        yield cls.size * 2


class Wide(Grid):
    size = 3

    def rows(self):
        for row in super().rows():
            yield row[::-1]


for grid in [Grid([1, 2, 3, 4]), Wide([1, 2, 3, 4])]:
    print(list(grid), list(grid.rows()), list(grid.odd), list(grid.numbers(2)))
print(list(Grid.sizes()), list(Wide.sizes()))
method = Grid([5, 6]).rows
print(list(method()), list(method()))
