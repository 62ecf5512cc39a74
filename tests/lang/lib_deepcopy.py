# test: lang
# copy.deepcopy of instances: what is shared stays shared, what is cyclic cyclic.
import copy
class P:
    def __init__(self, x, items):
        self.x = x
        self.items = items
        self.next = None
a = P(1, [1, 2])
b = P(2, a.items)
a.next = b
b.next = a
c = copy.deepcopy(a)
c.items.append(3)
print(a.items, c.items, c.next.items, c.next.next is c, c is a)
l = [a, a]
m = copy.deepcopy(l)
print(m[0] is m[1], m[0] is a)
tup = copy.deepcopy((1, [2], "x"))
print(tup)


class Shape:
    def __init__(self, name):
        self.name = name
        self.tags = {"kind": [name]}


class Circle(Shape):
    def __init__(self, r):
        super().__init__("circle")
        self.r = r
        self.center = P(0, [0])


class Group(Shape):
    def __init__(self):
        super().__init__("group")
        self.members = []
        self.index = {}
        self.late = None

    def add(self, shape):
        self.members.append(shape)
        self.index[shape.name] = shape
        return self


g = Group().add(Circle(1.5)).add(Shape("plain"))
h = copy.deepcopy(g)
h.members[0].tags["kind"].append("copied")
h.members[1].name = "changed"
print(g.members[0].tags, h.members[0].tags, g.members[1].name, h.index["plain"].name, h.index["circle"] is h.members[0])
print(type(h.members[0]).__name__, isinstance(h.members[0], Circle), h.members[0].center is g.members[0].center)
shared = [1]
pair = copy.deepcopy([shared, shared])
pair[0].append(2)
print(pair, shared, pair[0] is pair[1])
grid = [[0] * 2] * 2
grid2 = copy.deepcopy(grid)
grid2[0][0] = 5
print(grid, grid2)


class Tree:
    def __init__(self, v, left=None, right=None):
        self.v, self.left, self.right = v, left, right

    def total(self):
        return self.v + (self.left.total() if self.left else 0) + (self.right.total() if self.right else 0)


t = Tree(1, Tree(2, Tree(3)), Tree(4))
u = copy.deepcopy(t)
u.left.left.v = 100
print(t.total(), u.total())


class Own:
    def __init__(self, n):
        self.n = n
        self.log = []

    def __deepcopy__(self, memo):
        other = Own(self.n + 1)
        other.log = copy.deepcopy(self.log, memo)
        return other


o = Own(1)
o.log.append("x")
holder = copy.deepcopy({"o": o})
print(holder["o"].n, holder["o"].log, holder["o"].log is o.log, copy.deepcopy((o, 5))[0].n)
d = {"a": {"b": 1}}
e = copy.deepcopy(d)
e["a"]["b"] = 7
print(d, e)
