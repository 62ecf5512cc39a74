# test: lang
# Recursion with yield from; generators as __iter__.


class Node:
    def __init__(self, value, left=None, right=None):
        self.value = value
        self.left = left
        self.right = right

    def __iter__(self):
        if self.left is not None:
            yield from self.left
        yield self.value
        if self.right:
            for x in self.right:
                yield x

    def depth_first(self, depth=0):
        yield depth, self.value
        for child in (self.left, self.right):
            if child is not None:
                yield from child.depth_first(depth + 1)


def walk(tree):
    if tree is not None:
        yield from walk(tree.left)
        yield tree.value
        yield from walk(tree.right)


tree = Node(4, Node(2, Node(1), Node(3)), Node(6))
print(list(tree), list(walk(tree)), sum(tree), 3 in tree)
for depth, value in tree.depth_first():
    print("  " * depth + str(value))
