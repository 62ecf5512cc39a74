# test: lang
# copy of containers and instances; deepcopy of containers.
import copy
from copy import deepcopy

a = [[1, 2], [3]]
b = copy.copy(a)
c = deepcopy(a)
a[0].append(9)
a.append([4])
print(a, b, c, b[0] is a[0], c[0] is a[0])
d = {"x": [1], "y": []}
e = copy.deepcopy(d)
f = copy.copy(d)
d["x"].append(2)
print(d, e, f)
print(copy.copy(5), copy.copy("s"), deepcopy(2.5), deepcopy(None), copy.copy((1, [2])), deepcopy("t"))
s = {1, 2}
t = copy.copy(s)
u = deepcopy(s)
s.add(3)
print(s, t, u)
g = [[0] * 3 for _ in range(2)]
h = deepcopy(g)
h[0][0] = 1
print(g, h)


class Point:
    kind = "p"

    def __init__(self, x, y):
        self.x = x
        self.y = y
        self.tags = []


class Point3(Point):
    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z


p = Point(1, 2)
q = copy.copy(p)
q.x = 5
q.tags.append("shared")
print(p.x, q.x, p.tags, q.kind, type(q).__name__)
items = [Point(0, 0), Point3(1, 2, 3)]
copies = [copy.copy(i) for i in items]
copies[1].x = 7
print([i.x for i in items], [type(i).__name__ for i in copies], copies[1].x)


class Custom:
    def __init__(self, n):
        self.n = n

    def __copy__(self):
        return Custom(self.n + 100)

    def __deepcopy__(self, memo):
        return Custom(self.n + 1000)


print(copy.copy(Custom(1)).n, deepcopy(Custom(2)).n, deepcopy([Custom(3)])[0].n)
