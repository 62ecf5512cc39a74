# test: lang
# A variable called `object` beside objects on the stack.


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


def steps(point, n):
    if n > 0:
        return steps(point, n - 1) + point.x
    return point.y


def f(object, n):
    point = Point(object, n)
    other = Point(n, object)
    return steps(point, n) * 100 + steps(other, object)


print(f(3, 4), f(1, 2))
