# test: lang
# standalone:
# Methods found through the class of the object: few targets, inherited ones, overridden below, tracebacks and handlers.

class Shape:
    def area(self, n):
        raise NotImplementedError(type(self).__name__)

    def name(self):
        return "shape"

    def scaled(self, n=2, *, plus=0):
        return self.area(n) + plus


class Round(Shape):
    def __init__(self, r):
        self.r = r

    def area(self, n):
        if self.r < 0:
            raise ValueError(f"radius {self.r}")
        return self.r * n


class Circle(Round):
    pass


class Oval(Round):
    def name(self):
        return "oval"


class Square(Shape):
    def __init__(self, a):
        self.a = a

    def area(self, n):
        return self.a * self.a + n

    def name(self):
        return "square"


class Cube(Square):
    def area(self, n):
        return 6 * super().area(n)


class Odd(Shape):
    pass


shapes = [Circle(2), Oval(3), Square(4), Cube(5), Round(1), Shape(), Odd(), Oval(-1)]


def measure(shape):
    try:
        return str(shape.area(10))
    except NotImplementedError as e:
        return f"no area: {e}"
    except ValueError as e:
        return str(e)


def round_area(shape):
    if isinstance(shape, Round):
        return shape.area(1)
    if isinstance(shape, Cube):
        return -shape.area(1)
    return 0


for shape in shapes:
    print(shape.name(), measure(shape), end=" ")
    if not isinstance(shape, Oval):
        print(round_area(shape), end=" ")
    if isinstance(shape, Square):
        print(shape.scaled(), shape.scaled(3, plus=1), end="")
    print()


class Node:
    def run(self, log):
        log.append("node")
        return self

    def left(self):
        return None


class Leaf(Node):
    pass


class Pair(Node):
    def __init__(self, a, b):
        self.a, self.b = a, b

    def run(self, log):
        self.a.run(log)
        self.b.run(log)
        return self.b

    def left(self):
        return self.a


log = []
tree = Pair(Pair(Leaf(), Node()), Leaf())
print(type(tree.run(log)).__name__, log, tree.left() is None, tree.left().left() is None)


class Reader:
    def read(self, text):
        return self.convert(text)


class Ints(Reader):
    def convert(self, text):
        return int(text)


class Hex(Reader):
    def convert(self, text):
        return int(text, 16)


def read_all(readers, text):
    total = 0
    for reader in readers:
        try:
            total += reader.read(text)
        except ValueError as e:
            print("refused:", e)
    return total


print(read_all([Ints(), Hex(), Ints()], "12"))
print(read_all([Ints(), Hex()], "1f"))
print(shapes[-1].area(1) if len(log) > 5 else "none")
for reader in (Ints(), Hex()):
    print(reader.read("zz"))
