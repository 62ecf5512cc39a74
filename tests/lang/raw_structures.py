# test: lang
# A stack of explicitly managed nodes, and a pool, in collected objects; garbage is made meanwhile.
from weft import free


class Node:
    _alloc_flavor_ = "raw"

    def __init__(self, key, next):
        self.key = key
        self.next = next
        self.weight = 0.5

    def total(self):
        found = 0
        node = self
        while node is not None:
            found += node.key
            node = node.next
        return found


class Stack:
    def __init__(self):
        self.first = None
        self.count = 0
        self.texts = [""]

    def push(self, key):
        self.first = Node(key, self.first)
        self.texts = [str(key)] * 10
        self.count += 1

    def pop(self):
        node = self.first
        key = node.key
        self.first = node.next
        self.count -= 1
        free(node)
        return key


stack = Stack()
for turn in range(3):
    for i in range(1000):
        stack.push(i)
    print(stack.first.total(), stack.first.weight)
    print(sum(stack.pop() for _ in range(1000)), stack.count, stack.first is None)


nodes = [Node(i, None) for i in range(5)]
nodes[0].next = nodes[4]
print(nodes[0].total(), isinstance(nodes[0], Node), type(nodes[1]) is Node, nodes[0] == nodes[0], nodes[1] in nodes)
for node in nodes:
    free(node)
