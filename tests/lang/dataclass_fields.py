# test: lang
# field(): init, repr, compare, default, default_factory of all kinds; class variables; factories run for each object.
import dataclasses
from dataclasses import dataclass, field
from typing import ClassVar, Dict, List

counter = 0


def next_id():
    global counter
    counter += 1
    return counter


@dataclass
class Record:
    name: str
    limit: ClassVar[int] = 10
    ident: int = field(default_factory=next_id)
    data: Dict[str, int] = field(default_factory=dict)
    rows: List[int] = field(default_factory=lambda: [1, 2])
    hidden: str = field(default="h", repr=False)
    size: int = field(init=False, default=4)

    def __post_init__(self):
        self.size += len(self.name)


r = Record("ab")
s = Record("cd", rows=[], data={"k": 1})
r.rows.append(3)
r.data["x"] = 5
print(r, s, Record.limit, r.hidden, r == s)
print(Record("e"), Record("f", 100), counter)


@dataclasses.dataclass
class Area:
    w: float
    h: float
    area: float = dataclasses.field(init=False)
    secret: str = field(default="s", repr=False, compare=False)

    def __post_init__(self):
        self.area = self.w * self.h


print(Area(2.0, 3.0), Area(1.0, 1.0).secret, Area(1.0, 2.0) == Area(1.0, 2.0, "t"))


@dataclass
class Tree:
    value: int
    children: list = field(default_factory=list)

    def add(self, value):
        child = Tree(value)
        self.children.append(child)
        return child

    def total(self):
        return self.value + sum([c.total() for c in self.children])


t = Tree(1)
t.add(2).add(3)
t.add(4)
print(t, t.total())
