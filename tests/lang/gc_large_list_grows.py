# test: lang
# A list of many objects grows while some of them are new: what its new array holds is kept, wherever it was made.
import gc


class Cell:
    def __init__(self, value):
        self.value = value
        self.next = None


def grow(count):
    cells = []
    for n in range(count):
        cells.append(Cell(n))
        if n % 3 == 0:
            cells[n // 2] = Cell(cells[n // 2].value)
            cells[n].next = cells[n // 3]
    return cells


def insert(cells, count):
    for n in range(count):
        cells.insert(len(cells) - n % 7, Cell(-n))
        cells[n * 5 % len(cells)] = Cell(n)


def halve(cells):
    while len(cells) > 100:
        del cells[len(cells) // 2 :]
        cells.append(Cell(len(cells)))
        rest = cells + cells[:10]
        rest[0] = Cell(7)
        print(len(rest), sum(cell.value for cell in rest), rest[-1].value)


class Numbers:
    def __init__(self, number):
        self.first = number
        self.second = number
        self.third = number


def grow_behind_numbers(count):
    # The old array is in the old heap, the new one is made in the nursery, right behind numbers.
    many = []
    for n in range(count):
        many.append(Numbers(n << 32))
        if n % 500 == 0:
            gc.collect()
    print(sum(numbers.first + numbers.second + numbers.third for numbers in many) >> 32)


cells = grow(8000)
print(sum(cell.value for cell in cells), sum(cell.next.value for cell in cells if cell.next))
copy = cells[:]
extended = copy + [Cell(1), Cell(2)]
insert(cells, 2000)
print(sum(cell.value for cell in cells), sum(cell.value for cell in copy), sum(cell.value for cell in extended))
halve(cells)
grow_behind_numbers(20000)
