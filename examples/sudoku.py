# test: example 2
"""Sudoku: constraint propagation, and a search that guesses where there is the least choice.

    python3.11 examples/sudoku.py [how_many_puzzles] [rounds]
"""

import sys
from itertools import product

DIGITS = "123456789"
ROWS = "ABCDEFGHI"
SQUARES = [row + column for row, column in product(ROWS, DIGITS)]
UNITS = (
    [[row + column for column in DIGITS] for row in ROWS]
    + [[row + column for row in ROWS] for column in DIGITS]
    + [[r + c for r in rows for c in columns] for rows in ("ABC", "DEF", "GHI") for columns in ("123", "456", "789")]
)
UNITS_OF = {square: [unit for unit in UNITS if square in unit] for square in SQUARES}
PEERS = {square: set(sum(UNITS_OF[square], [])) - {square} for square in SQUARES}

PUZZLES = [
    "..3.2.6..9..3.5..1..18.64....81.29..7.......8..67.82....26.95..8..2.3..9..5.1.3..",
    "4.....8.5.3..........7......2.....6.....8.4......1.......6.3.7.5..2.....1.4......",
    "52...6.........7.13...........4..8..6......5...........418.........3..2...87.....",
    "85...24..72......9..4.........1.7..23.5...9...4...........8..7..17..........36.4.",
]


class Contradiction(Exception):
    """Some square has no digit left, or some digit no square."""

    def __init__(self, square, digit):
        super().__init__(f"{digit} cannot stand in {square}")
        self.square = square


class Grid:
    def __init__(self, candidates=None):
        self.candidates = candidates or {square: DIGITS for square in SQUARES}

    @classmethod
    def parse(cls, text):
        cells = [char for char in text if char in DIGITS or char in "0."]
        if len(cells) != 81:
            raise ValueError(f"a grid has 81 cells, not {len(cells)}")
        grid = cls()
        for square, char in zip(SQUARES, cells):
            if char in DIGITS:
                grid.assign(square, char)
        return grid

    def copy(self):
        return Grid(self.candidates.copy())

    def assign(self, square, digit):
        for other in self.candidates[square].replace(digit, ""):
            self.eliminate(square, other)

    def eliminate(self, square, digit):
        if digit not in self.candidates[square]:
            return
        left = self.candidates[square].replace(digit, "")
        self.candidates[square] = left
        if not left:
            raise Contradiction(square, digit)
        if len(left) == 1:
            for peer in sorted(PEERS[square]):
                self.eliminate(peer, left)
        for unit in UNITS_OF[square]:
            places = [place for place in unit if digit in self.candidates[place]]
            if not places:
                raise Contradiction(square, digit)
            if len(places) == 1:
                self.assign(places[0], digit)

    @property
    def is_solved(self):
        return all(len(digits) == 1 for digits in self.candidates.values())

    def narrowest(self):
        open_squares = (square for square in SQUARES if len(self.candidates[square]) > 1)
        return min(open_squares, key=lambda square: len(self.candidates[square]))

    def __str__(self):
        lines = []
        for row in ROWS:
            cells = [self.candidates[row + column] for column in DIGITS]
            shown = [cell if len(cell) == 1 else "." for cell in cells]
            lines.append(" | ".join(" ".join(shown[i : i + 3]) for i in range(0, 9, 3)))
            if row in "CF":
                lines.append("------+-------+------")
        return "\n".join(lines)


class Solver:
    def __init__(self):
        self.guesses = 0
        self.dead_ends = 0

    def solve(self, grid):
        """The first solution, or None."""
        if grid.is_solved:
            return grid
        square = grid.narrowest()
        for digit in grid.candidates[square]:
            self.guesses += 1
            attempt = grid.copy()
            try:
                attempt.assign(square, digit)
            except Contradiction:
                self.dead_ends += 1
                continue
            if (solution := self.solve(attempt)) is not None:
                return solution
        return None


def is_right(grid):
    return all({grid.candidates[square] for square in unit} == set(DIGITS) for unit in UNITS)


def main():
    how_many = int(sys.argv[1]) if len(sys.argv) > 1 else len(PUZZLES)
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    for number, text in enumerate(PUZZLES[:how_many], 1):
        for _ in range(rounds):
            solver = Solver()
            solution = solver.solve(Grid.parse(text))
        if solution is None:
            print(f"Puzzle {number} has no solution")
            continue
        print(f"Puzzle {number}: {solver.guesses} guesses, {solver.dead_ends} dead ends, right: {is_right(solution)}")
        print(solution, end="\n\n")
    for text in ("11" + "." * 79, "12345678." + "." * 8 + "9" + "." * 63, "123"):
        try:
            Grid.parse(text)
        except Contradiction as wrong:
            print(f"Contradiction in {wrong.square}: {wrong}")
        except ValueError as wrong:
            print(f"Not a grid: {wrong}")


if __name__ == "__main__":
    main()
