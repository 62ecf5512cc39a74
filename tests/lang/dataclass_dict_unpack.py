# test: lang
# A program with a dataclass and dict displays that unpack, with calls inside.
from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int = 2


base = {"a": repr(Point(1))}
print({**base, "b": repr(Point(3, 4))}, {"z": str(len(base)), **base})
