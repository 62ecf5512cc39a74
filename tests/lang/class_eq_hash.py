# test: lang
# __eq__, __ne__, ordering, hash; == between unrelated classes is identity.


class A:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        print("A.eq", end=" ")
        return isinstance(other, A) and self.n == other.n


class B:
    pass


class Version:
    def __init__(self, text):
        self.parts = [int(p) for p in text.split(".")]

    def __lt__(self, other):
        return self.parts < other.parts

    def __le__(self, other):
        return self.parts <= other.parts

    def __gt__(self, other):
        return self.parts > other.parts

    def __ge__(self, other):
        return self.parts >= other.parts

    def __str__(self):
        return ".".join([str(p) for p in self.parts])


a = A(1)
print(a == A(1), a != A(1), a == A(2), a != A(2))
x, y = B(), B()
print(x == y, x != y, x == x, x is not y, x in [x, y], y in [x])
v = [Version("1.10"), Version("1.2.3"), Version("1.2")]
print(v[0] < v[1], v[0] > v[1], v[1] <= v[2], v[1] >= v[2], str(min(v)), str(max(v)), [str(i) for i in sorted(v)])
print(a is None, a is not None, [A(3)] == [A(3)], A(3) in [A(2), A(3)])
