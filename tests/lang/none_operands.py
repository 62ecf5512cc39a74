# test: lang
# What an optional value cannot do as None, with CPython's words.
class Holder:
    def __init__(self, text, items):
        self.text, self.items = text, items


def refuse(what):
    try:
        what()
    except TypeError as error:
        print(error)


class Vector:
    def __init__(self, x):
        self.x = x

    def __neg__(self):
        return Vector(-self.x)

    def __pos__(self):
        return self

    def __invert__(self):
        return Vector(~self.x)

    def __abs__(self):
        return abs(self.x)


def unary(v):
    refuse(lambda: print((-v).x))
    refuse(lambda: print((+v).x))
    refuse(lambda: print((~v).x))
    refuse(lambda: print(abs(v)))


def drop(items):
    del items[0]


def put(items):
    items[0] = 1


def slices(items):
    items[:1] = [5]


def unslice(items):
    del items[:1]


def containers(holder):
    items = holder.items
    refuse(lambda: print(len(items)))
    refuse(lambda: print(items[0]))
    refuse(lambda: print(items[:1]))
    refuse(lambda: print(3 in items))
    refuse(lambda: print(list(items)))
    refuse(lambda: print(next(iter(items))))
    refuse(lambda: slices(items))
    refuse(lambda: unslice(items))
    refuse(lambda: put(items))
    refuse(lambda: drop(items))
    print(items)


for vector in (Vector(4), None):
    unary(vector)
containers(Holder("a", [1, 2, 3]))
containers(Holder(None, None))
it = iter([7])
for source in (it, None):
    refuse(lambda: print(next(source)))
