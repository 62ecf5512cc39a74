# test: lang
# Attributes set outside the class, methods replaced by values, chains.

class Node:
    def __init__(self, name):
        self.name = name
        self.parent = None
        self.kids = []

    def add(self, kid):
        kid.parent = self
        self.kids.append(kid)
        return kid

    def path(self):
        return self.name if self.parent is None else self.parent.path() + "/" + self.name

    @property
    def root(self):
        node = self
        while node.parent is not None:
            node = node.parent
        return node

    def walk(self):
        out = [self]
        for k in self.kids:
            out += k.walk()
        return out


root = Node("r")
leaf = root.add(Node("a")).add(Node("b"))
root.add(Node("c")).name += "!"
print(leaf.path(), leaf.root is root, [n.name for n in root.walk()], leaf.parent.parent.kids[1].name)
leaf.extra = 5
leaf.extra += 1
print(leaf.extra, leaf.root.kids[0].kids[0].extra)
leaf.parent.kids[0].name = "z"
print(leaf.name, root.kids[-1].path(), leaf.parent.name * 2)


class Link:
    next = None

    def __init__(self, v):
        self.v = v


a, b = Link(1), Link(2)
a.next = b
print(a.next.v, b.next, Link.next, a.next.next is None)
