# test: lang
# standalone:
# An attribute of None.


class Node:
    def __init__(self, value):
        self.value = value
        self.next = None


def nth(node, n):
    while n:
        node = node.next
        n -= 1
    return node.value


a = Node(1)
a.next = Node(2)
print(nth(a, 1))
print(nth(a, 2))
