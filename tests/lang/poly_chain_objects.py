# test: lang
# A chain of generic classes and functions through several levels of containers.


class Box:
    def __init__(self, content):
        self.content = content

    def get(self):
        return self.content

    def map(self, f):
        return Box(f(self.content))


def box(x):
    return Box(x)


def unbox(b):
    return b.get()


def rebox(x):
    return box(unbox(box(x)))


print(unbox(rebox(1)) + 1, unbox(rebox("a")) + "b", unbox(rebox([1])) + [2], unbox(unbox(rebox(box(2.5)))) * 2)
print(box(3).map(lambda x: x + 1).map(str).map(lambda s: s * 2).map(len).get())
boxes = [box(i) for i in range(3)]
names = [box(str(i)) for i in range(3)]
print(sum([b.get() for b in boxes]), "".join([b.get() for b in names]))


def lift(xs):
    return [box(x) for x in xs]


def lower(bs):
    return [b.get() for b in bs]


print(lower(lift([1, 2])), lower(lift("ab")), lower(lift([[1], []])), lower(lift([])))


def zip_with(f, xs, ys):
    out = []
    for i in range(min(len(xs), len(ys))):
        out.append(f(xs[i], ys[i]))
    return out


print(zip_with(lambda a, b: a + b, [1, 2], [3, 4]), zip_with(lambda a, b: a * b, "ab", [2, 3]), zip_with(lambda a, b: (a, b), [1], "x"))
