"""Changes to a large heap: cells in a list, each with an item, which is replaced or swapped with another cell's.

    python3.11 bench/programs/large_heap.py [cells] [updates]

A cell, its item and its place in the list take 56 bytes.
"""

import sys

MODULUS = 2147483647


class Item:
    def __init__(self, value, weight):
        self.value = value
        self.weight = weight


class Cell:
    def __init__(self, item):
        self.item = item
        self.changes = 0


def update(cells, updates):
    """Three of four put a new item there."""
    place = 1
    for n in range(updates):
        place = place * 48271 % MODULUS
        cell = cells[place % len(cells)]
        cell.changes += 1
        if n % 4:
            cell.item = Item(n, place)
        else:
            other = cells[n % len(cells)]
            cell.item, other.item = other.item, cell.item


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200000
    updates = int(sys.argv[2]) if len(sys.argv) > 2 else 1000000
    cells = [Cell(Item(n, n)) for n in range(count)]
    update(cells, updates)
    values = weights = changes = 0
    for cell in cells:
        values += cell.item.value
        weights += cell.item.weight % 1000
        changes += cell.changes
    print(values, weights, changes)


main()
