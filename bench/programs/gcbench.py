"""GCBench, after Ellis, Kovac and Boehm: trees are built from the root and from the leaves; one and an array live on.

    python3.11 bench/programs/gcbench.py [depth of the largest trees]
"""

import sys

MIN_DEPTH = 4
ARRAY = 500000


class Node:
    def __init__(self, left, right):
        self.left = left
        self.right = right
        self.i = 0
        self.j = 0


def from_leaves(depth):
    if depth == 0:
        return Node(None, None)
    return Node(from_leaves(depth - 1), from_leaves(depth - 1))


def grow(node, depth):
    if depth > 0:
        node.left = Node(None, None)
        node.right = Node(None, None)
        grow(node.left, depth - 1)
        grow(node.right, depth - 1)


def from_root(depth):
    node = Node(None, None)
    grow(node, depth)
    return node


def leftmost(node):
    depth = 0
    while node.left is not None:
        node = node.left
        depth += 1
    return depth


def main():
    limit = int(sys.argv[1]) if len(sys.argv) > 1 else 16
    print("stretch", leftmost(from_leaves(limit + 2)))
    long_lived = from_root(limit)
    array = [0.0] * ARRAY
    for i in range(1, ARRAY // 2):
        array[i] = 1.0 / i
    for depth in range(MIN_DEPTH, limit + 1, 2):
        trees = 1 << (limit + 3 - depth)
        total = 0
        for _ in range(trees):
            total += leftmost(from_root(depth))
            total += leftmost(from_leaves(depth))
        print(depth, trees, total)
    print("kept", leftmost(long_lived), array[1000] == 1.0 / 1000)


main()
