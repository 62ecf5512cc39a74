# test: lang
# Objects whose classes have a context a call, made by objects that meet later.


class Vec:
    def __init__(self, size=0):
        self.xs = None if size == 0 else [None] * size
        self.used = 0

    def add(self, x):
        if self.xs is None:
            self.xs = [None] * 4
        elif self.used >= len(self.xs):
            larger = [None] * (2 * len(self.xs))
            for i in range(len(self.xs)):
                larger[i] = self.xs[i]
            self.xs = larger
        self.xs[self.used] = x
        self.used += 1
        return self


class Box:
    def __init__(self, size):
        self.items = Vec(size)
        self.spare = Vec(size)

    def put(self, x):
        self.items.add(x)
        self.spare = Vec(1).add(x)
        return self

    def shown(self):
        return self.items.xs[: self.items.used], self.spare.used


def boxed(x):
    return Box(2).put(x)


print(Box(2).put(1).shown(), Box(2).put("s").shown(), boxed([1]).shown(), boxed((2, "t")).shown())
boxes = [Box(2), Box(1)]
boxes.append(Box(2))
for i, box in enumerate(boxes):
    for k in range(i + 4):
        box.put(k / 2)
print([box.shown() for box in boxes])


class Planner:
    def __init__(self, n):
        self.boxes = Vec(1)
        for i in range(n):
            self.boxes.add(Box(2))

    def first(self):
        return self.boxes.xs[0]


planner = Planner(3)
one = Box(2).put(planner)
one.put(Planner(1))
print(one.items.used, planner.first().put("x").shown())
