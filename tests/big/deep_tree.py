# A tree of many levels: the way down leads through fields, the first one and the last one, and through lists.
import gc


class Tree:
    def __init__(self, left, right):
        self.left = left
        self.right = right
        self.rest = []


def build(depth):
    tree = Tree(None, None)
    for level in range(depth):
        leaf = Tree(None, None)
        if level % 3 == 0:
            tree = Tree(tree, leaf)
        elif level % 3 == 1:
            tree = Tree(leaf, tree)
        else:
            leaf.rest.append(tree)
            leaf.rest.append(Tree(None, None))
            tree = leaf
    return tree


def walk(tree, depth):
    for level in range(depth - 1, -1, -1):
        if level % 3 == 0:
            tree = tree.left
        elif level % 3 == 1:
            tree = tree.right
        else:
            tree = tree.rest[0]
    return tree.left is None


def main(size, rounds):
    for _ in range(rounds):
        tree = build(size)
        gc.collect()
        print(walk(tree, size))
        tree = None
        gc.collect()
