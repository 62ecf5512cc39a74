# test: lang
# frozen=True: no assignment, hashable by value.
from dataclasses import FrozenInstanceError, dataclass, field, replace


@dataclass(frozen=True)
class Key:
    name: str
    n: int = 3


k = Key("a")
print(k, hash(k) == hash(Key("a", 3)), {k: 1}[Key("a")], k.name, k.n, k == Key("a"), k == Key("b"))
try:
    k.n = 5
except FrozenInstanceError as e:
    print("FrozenInstanceError", e)
try:
    k.name = "z"
except AttributeError as e:
    print("AttributeError", e)
print(len({Key("a"), Key("a", 3), Key("b")}), replace(k, n=9), replace(k), k)


@dataclass(frozen=True, order=True)
class Cell:
    row: int
    column: int

    def neighbours(self):
        return [Cell(self.row + dr, self.column) for dr in (-1, 1)]


print(Cell(1, 2).neighbours(), sorted({Cell(2, 1), Cell(1, 5), Cell(1, 2)}))
seen = {Cell(0, 0)}
print(Cell(0, 0) in seen, Cell(0, 1) in seen)


@dataclass(unsafe_hash=True)
class Loose:
    a: int
    b: int = field(default=0, hash=False)


x = Loose(1, 2)
print(hash(x) == hash(Loose(1, 7)), hash(x) == hash((1,)), {x: "v"}[Loose(1, 2)])
x.b = 4
print(x)
