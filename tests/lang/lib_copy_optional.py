# test: lang
# Deep copies of what may be None, and of numbers of several kinds.
import copy


class Node:
    def __init__(self, value, rest=None):
        self.value = value
        self.rest = rest


def same(xs):
    ys = copy.deepcopy(xs)
    print(ys, ys == xs, ys is xs)


same([[None, 1], [2.5, True]])
same([None, "x"])
same([None, [(1, "a")], [(2, "b")]])
same({"a": None, "b": [1]})
same([(None, 1), (2, 3)])
same({1: {"k": None}, 2: {"k": 5}})
same([None, b"x", b""])
nodes = [Node(1, Node(None)), None]
copied = copy.deepcopy(nodes)
print(copied[1], copied[0].rest.value, copied[0].rest.rest, copied[0] is nodes[0], copied[0].value)
