# test: lang
# type(x) is T, ==, in (T, U) and x.__class__ narrow what x may be.
def f(x):
    if type(x) is str:
        return x.upper()
    return x + 1
print(f("a"), f(1))
def g(x):
    if type(x) == int:
        return x + 1
    elif type(x) in (list, tuple):
        return len(x)
    elif type(x) is not dict:
        return x.lower()
    return x.get(1)
print(g(1), g("A"), g([1, 2]), g((1, 2)), g({1: 5}))
class A:
    def __init__(self, n): self.n = n
    def __eq__(self, o):
        return type(self) is type(o) and self.n == o.n
    def __ne__(self, o):
        return not self == o
class B(A):
    pass
class P:
    def __init__(self, n): self.n = n
    def __eq__(self, other):
        if type(other) is not type(self):
            return False
        return self.n == other.n
class Q:
    def __init__(self, n): self.n = n
    def __eq__(self, other):
        if type(other) != Q:
            return NotImplemented
        return self.n == other.n
    def __lt__(self, other):
        if self.__class__ is other.__class__:
            return self.n < other.n
        return NotImplemented
print(A(1) == A(1), A(1) == (1, 2), A(1) == B(1), B(2) == B(2), A(1) == "x", A(1) != 3)
print(P(1) == P(1), P(1) == 1, P(1) == "1", P(1) == [1])
print(Q(1) == Q(1), Q(1) == 5, Q(1) == "s", Q(1) < Q(2))
