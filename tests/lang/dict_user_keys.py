# test: lang
# Instances as keys: identity by default, __eq__ and __hash__ if defined.


class Plain:
    def __init__(self, n):
        self.n = n


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __eq__(self, other):
        return self.x == other.x and self.y == other.y

    def __hash__(self):
        return hash((self.x, self.y))

    def __repr__(self):
        return f"P({self.x},{self.y})"


a, b = Plain(1), Plain(1)
d = {a: "a", b: "b"}
print(len(d), d[a], d[b], Plain(1) in d, a in d)
points = {Point(1, 2): "x"}
points[Point(1, 2)] = "y"
points[Point(2, 1)] = "z"
print(points, len(points), Point(2, 1) in points, Point(0, 0) in points, points[Point(1, 2)])
del points[Point(1, 2)]
print(points, points.get(Point(1, 2)), points.get(Point(2, 1), "none"))


class Collide:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return 7

    def __eq__(self, other):
        return self.n == other.n


many = {}
for i in range(30):
    many[Collide(i % 10)] = i
print(len(many), [k.n for k in many], list(many.values()))
print(hash(Point(1, 2)) == hash((1, 2)), Point(1, 2) == Point(1, 2), Point(1, 2) != Point(1, 2))
