# test: lang
# Objects that may be on the stack, and such that must not be: what holds them, how long, and who else sees them.
class Vec:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __repr__(self):
        return f"Vec({self.x}, {self.y})"

    def __eq__(self, other):
        return self.x == other.x and self.y == other.y

    def grow(self):
        self.x += 1
        return self


class Node:
    def __init__(self, vec, next):
        self.vec = vec
        self.next = next


def total(node):
    n = 0
    while node is not None:
        n += node.vec.x
        node = node.next
    return n


def climb(n, acc):
    if n < 2:
        acc.grow()
        return n
    return climb(n - 1, acc) + climb(n - 2, acc)


kept = []


def keep(v):
    kept.append(v)
    return v


def choose(a, b, n):
    return a if n % 2 else b


def chain(n):
    head = None
    for i in range(n):
        head = Node(Vec(i, climb(3, Vec(0, 0))), head)
    return total(head)


def previous(n):
    last = Vec(-1, -1)
    found = 0
    for i in range(n):
        v = Vec(i, 0)
        climb(2, v)
        if last.x + 1 == v.x:
            found += 1
        last = v
    return found, last


class Failure(Exception):
    def __init__(self, vec):
        super().__init__("failed")
        self.vec = vec


def failing(v, n):
    if n == 0:
        raise Failure(v)
    try:
        failing(v.grow(), n - 1)
    finally:
        v.grow()


def caught():
    v = Vec(0, 0)
    try:
        failing(v, 3)
    except Failure as e:
        return e.vec is v, v
    return False, v


def numbers(v, n):
    for i in range(n):
        yield v.grow().x


def swap(a, b):
    a.vec, b.vec = b.vec, a.vec


def main():
    acc = Vec(0, 0)
    print(climb(12, acc), acc)
    a = Node(Vec(1, 2), None)
    b = Node(Vec(3, 4), a)
    swap(a, b)
    print(total(b), a.vec, b.vec, a.vec == Vec(3, 4))
    for i in range(4):
        w = Vec(i, i)
        climb(i, w)
        print(w, w is choose(w, acc, i), id(w) == id(choose(w, acc, 1)))
    for i in range(3):
        k = keep(Vec(i, 9))
        climb(2, k)
    print(kept)
    print(chain(5), previous(4), caught())
    g = numbers(Vec(10, 0), 3)
    h = numbers(Vec(20, 0), 3)
    print([p + q for p, q in zip(g, h)])
    pairs = [(Vec(i, 0), Vec(0, i)) for i in range(3)]
    print(sum(climb(3, p) for p, q in pairs), pairs)
    inner = Node(Vec(5, 5), None)
    keep(inner.vec)
    climb(2, inner.vec)
    print(kept[-1], {1: Vec(1, 1)}[1].grow())
    f = lambda v: climb(2, v) + v.x
    print(f(Vec(7, 7)), [f(Vec(i, i)) for i in range(3)])


main()
print(kept)
