# test: lang
# NotImplemented: reflected operators, comparisons, equality falling back to identity.


class A:
    def __init__(self, v):
        self.v = v

    def __add__(self, o):
        if isinstance(o, A):
            return "A+A"
        return NotImplemented

    def __eq__(self, o):
        if not isinstance(o, A):
            return NotImplemented
        return self.v == o.v

    def __lt__(self, o):
        if isinstance(o, A):
            return self.v < o.v
        return NotImplemented


class B:
    def __radd__(self, o):
        return "B.radd"

    def __gt__(self, o):
        return "B.gt"

    def __eq__(self, o):
        return True


a, b = A(1), B()
print(a + A(2), a + b, a < A(2), a < b, a == b, A(1) == A(1), A(1) != A(2), a != A(1))
print(A(3) == 3, A(3) != 3, 3 == A(3))
print(sorted([A(3), A(1), A(2)])[0].v, A(2) > A(1), max(A(1), A(5)).v)


class N:
    def __init__(self, v):
        self.v = v

    def __radd__(self, o):
        return N(self.v + o)

    def __add__(self, o):
        return N(self.v + (o.v if isinstance(o, N) else o))


print(sum([N(1), N(2), N(3)], N(0)).v, (5 + N(1)).v, (N(1) + 5).v)
