# test: lang
# Explicitly managed classes: objects that the program frees.
import copy
import weft
from dataclasses import dataclass
from weft import free


@dataclass
class Point:
    _alloc_flavor_ = "raw"
    x: int
    y: float


class Node:
    _alloc_flavor_ = "raw"
    made = 0

    def __init__(self, key):
        self.key = key
        Node.made += 1

    @property
    def double(self):
        return 2 * self.key

    @staticmethod
    def make(k):
        return Node(k)

    def __eq__(self, other):
        return isinstance(other, Node) and self.key == other.key

    def __hash__(self):
        return hash(self.key)

    def __lt__(self, other):
        return self.key < other.key

    def __repr__(self):
        return f"Node({self.key})"


class Plain:
    _alloc_flavor_ = "raw"


class Mixed:
    _alloc_flavor_ = "raw"

    def __init__(self, value, flag):
        self.value = value
        if flag:
            self.extra = 1


p = Point(1, 2.5)
print(p, p == Point(1, 2.5), p.x + p.y)
p.x = 7
print(p)
free(p)
nodes = [Node(i % 3) for i in range(7)]
print(nodes, sorted(nodes), {n: n.double for n in nodes}, set(nodes), max(nodes), nodes.index(Node(2)), Node.made)
pair = (Node.make(5), 3)
print(pair, pair[0] is pair[0], pair[0] is not nodes[0])
table = {"a": Node(1), "b": Node(2)}
print(table["a"].key, [n.key for n in table.values()])


def f(n=nodes[1]):
    return n.key


print(f(), f"{nodes[1]}", str(nodes[2]), bool(nodes[0]))
plain = Plain()
print("Plain object" in repr(plain), plain is plain, plain == Plain(), isinstance(plain, Plain), hash(plain) == hash(plain), len({plain, plain}))
for m in (Mixed(1, True), Mixed(2.5, False), Mixed(None, True)):
    print(m.value, hasattr(m, "extra"))
    try:
        print(m.extra)
    except AttributeError as e:
        print(e)
    free(m)


def gen(n):
    while n is not None:
        yield n.key
        n = Node(n.key - 1) if n.key > 0 else None


print(list(gen(Node(4))))
c = copy.copy(nodes[1])
print(c.key, c is nodes[1])
free(None)
free(c)
maybe = None
free(maybe)
maybe = nodes[0]
weft.free(maybe)
print(type(nodes[1]).__name__)
