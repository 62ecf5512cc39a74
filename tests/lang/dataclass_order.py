# test: lang
# order=True: comparison as tuples of the compared fields, of the same class only.
from dataclasses import dataclass, field


@dataclass(order=True)
class Version:
    major: int
    minor: int = 0
    note: str = field(default="", compare=False)


a = Version(1, 2)
b = Version(1, 3, "b")
print(a < b, a <= b, a > b, a >= b, a <= Version(1, 2, "other"), a == Version(1, 2, "other"))
print(sorted([b, a, Version(0, 9)]), max(a, b), min([b, a]))


@dataclass(order=True)
class Item:
    priority: int
    name: str


items = [Item(2, "b"), Item(1, "z"), Item(2, "a")]
items.sort()
print(items)
items.sort(reverse=True)
print([i.name for i in items])


@dataclass(order=True)
class Sub(Item):
    extra: int = 0


print(Item(1, "a") == Sub(1, "a"), Sub(1, "a") == Sub(1, "a", 0), Sub(1, "a") < Sub(1, "a", 1))
