# test: lang
# copy and deepcopy: what is shared afterwards, in lists, dicts, objects and cycles.
import copy


class Node:
    def __init__(self, value):
        self.value = value
        self.children = []
        self.parent = None


a = [[1, 2], [3]]
b, c, d = copy.copy(a), copy.deepcopy(a), a[:]
a[0].append(9)
print(a, b, c, d, b[0] is a[0], c[0] is a[0])
table = {"k": [1], "l": [2]}
shallow, deep = copy.copy(table), copy.deepcopy(table)
table["k"].append(5)
print(shallow, deep, dict(table) == table, table.copy()["k"] is table["k"])
root = Node("root")
child = Node("child")
child.parent = root
root.children.append(child)
twin = copy.deepcopy(root)
print(twin.children[0].parent is twin, twin.children[0] is child, twin.value)
half = copy.copy(root)
half.value = "half"
half.children.append(Node("more"))
print(root.value, len(root.children), half.children is root.children)
shared = [0]
pair = copy.deepcopy([shared, shared])
pair[0].append(1)
print(pair, pair[0] is pair[1], shared)
print(copy.deepcopy((1, [2])), copy.copy({1, 2}), copy.deepcopy("text"), copy.deepcopy(None), copy.copy([]) is not [])
