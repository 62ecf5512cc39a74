# test: lang
# Dataclasses whose fields may hold None or another of their kind.
from dataclasses import dataclass
from typing import Optional
@dataclass
class Node:
    key: int
    left: Optional["Node"] = None
    right: Optional["Node"] = None
    def insert(self, key):
        if key < self.key:
            if self.left is None:
                self.left = Node(key)
            else:
                self.left.insert(key)
        elif self.right is None:
            self.right = Node(key)
        else:
            self.right.insert(key)
root = Node(5)
for k in [3, 8, 1]:
    root.insert(k)
print(root)
print(root == Node(5), Node(1) == Node(1))


@dataclass
class Link:
    value: str
    next: Optional["Link"] = None


a = Link("a", Link("b"))
print(a == Link("a", Link("b")), a == Link("a"), a == None, None == a, a != None, [a, None].index(None))
maybe = a if a.next else None
print(maybe == a, maybe == Link("z"), a.next == maybe)
