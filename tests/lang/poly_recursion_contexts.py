# test: lang
# Recursion stays in the context of the call from outside: what one such call makes is not mixed with what others make, and
# many calls of a function by itself are not as many contexts to the power of their depth.


def layers(n, item):
    if n == 0:
        return [item]
    inner = layers(n - 1, item)
    inner.append(item)
    return inner


def numbered(n):
    if n == 0:
        return []
    return numbered(n - 1)


def even(n, found):
    if n > 0:
        return odd(n - 1, found)
    return found


def odd(n, found):
    if n > 0:
        return even(n - 1, found)
    return found


class Node:
    def __init__(self, value, left=None, right=None):
        self.value = value
        self.left = left
        self.right = right

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            yield from self.right


def insert(node, value):
    if node is None:
        return Node(value)
    if value < node.value:
        node.left = insert(node.left, value)
    elif value > node.value:
        node.right = insert(node.right, value)
    return node


def tree(values):
    root = None
    for value in values:
        root = insert(root, value)
    return root


def many(n, text, extra):
    if n <= 0:
        return text

    def show(a, /, b=-7, *c, d=3):
        return a, b, list(c), d

    print(show(many(n - 1, text, extra)), show(many(n - 1, "z", extra), d=8), show(many(n - 1, "é", extra), 1, text))
    print(show(many(n - 1, text, None), *[*tree([n, 99])]))
    return many(n - 1, text, extra)


print(layers(2, 1), layers(1, "a"), layers(0, 2.5))
ints, words = numbered(3), numbered(2)
ints.append(1)
words.append("a")
print(ints, words)
print(even(3, [1]), even(2, ["a"]), odd(1, {1: "b"}))
print([*tree([3, 1, 2])], [*tree(["b", "a"])], [*tree([(2, "x"), (1, "y")])])
print([*tree([max(2, 1, key=lambda x: (x, "a")), *[5, 4]])], [*tree([min(["b", "a"], key=lambda x: (0, x)), "c"])])
print([*tree([many(1, "k", None), "x"])])
print(many(1, many(0, "l", None), None), many(1, "m", {"ab": 1}), many(2, "n", [{1.5: 2}]))
