# test: lang
# repr of nested and recursive containers.

xs = ["a'b", 'c"d', "e\n"]
print(xs, str(xs), repr(xs), f"{xs}", [xs], (xs,), {"k": xs})
rec = [[]]
rec[0].append([])
print(rec, [[], [[]]], [(), ()], [{}], {1: {2: {}}})
print([None, None], [True], [1.5, -0.0], [("a", 1)], ["é", "\x00"])


class Node:
    def __init__(self, name):
        self.name = name
        self.children = []

    def __repr__(self):
        return f"<{self.name} {self.children}>"


root = Node("root")
root.children.append(Node("leaf"))
root.children.append(Node("other"))
root.children[0].children.append(Node("deep"))
print(root, [root.children[1]], {"n": root.children[0]}, (root.children[1], 1))
print("%s" % [1], "{}".format([1]), str(()), str((1,)), str([]), str({}))
