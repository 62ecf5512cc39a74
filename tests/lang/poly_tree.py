# test: lang
# An unannotated binary tree of ints and of strings.


class Tree:
    def __init__(self, value):
        self.value = value
        self.left = None
        self.right = None

    def insert(self, value):
        if value < self.value:
            if self.left is None:
                self.left = Tree(value)
            else:
                self.left.insert(value)
        else:
            if self.right is None:
                self.right = Tree(value)
            else:
                self.right.insert(value)

    def walk(self, out):
        if self.left:
            self.left.walk(out)
        out.append(self.value)
        if self.right:
            self.right.walk(out)
        return out

    def depth(self):
        l = self.left.depth() if self.left else 0
        r = self.right.depth() if self.right else 0
        return 1 + max(l, r)


def build(values):
    root = Tree(values[0])
    for v in values[1:]:
        root.insert(v)
    return root


def size(t):
    return 0 if t is None else 1 + size(t.left) + size(t.right)


ints = build([5, 2, 8, 1, 9, 3])
strs = build(["m", "c", "x", "a"])
print(ints.walk([]), strs.walk([]), ints.depth(), strs.depth(), size(ints), size(strs))
print(ints.left.value + 1, strs.left.value + "!", build([2.5, 1]).walk([]), build([(1, "b"), (0, "a")]).walk([]))
print(sum(ints.walk([])), "".join(strs.walk([])), size(None))
