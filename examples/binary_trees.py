# test: example 6
"""Binary trees: allocates and drops many trees of all sizes, and keeps a long-lived one: a test of memory management.

    python3.11 examples/binary_trees.py [depth]
"""

import sys

MIN_DEPTH = 4


class Node:
    def __init__(self, left, right):
        self.left = left
        self.right = right

    def count(self):
        if self.left is None:
            return 1
        return 1 + self.left.count() + self.right.count()


def build(depth):
    if depth == 0:
        return Node(None, None)
    return Node(build(depth - 1), build(depth - 1))


def main():
    limit = int(sys.argv[1]) if len(sys.argv) > 1 else 16
    limit = max(limit, MIN_DEPTH + 2)
    print(f"stretch tree of depth {limit + 1}: {build(limit + 1).count()} nodes")
    long_lived = build(limit)
    for depth in range(MIN_DEPTH, limit + 1, 2):
        trees = 1 << (limit - depth + MIN_DEPTH)
        nodes = 0
        for _ in range(trees):
            nodes += build(depth).count()
        print(f"{trees} trees of depth {depth}: {nodes} nodes")
    print(f"long-lived tree of depth {limit}: {long_lived.count()} nodes")


if __name__ == "__main__":
    main()
