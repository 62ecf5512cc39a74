# test: lang
# Reflected operators, NotImplemented, a subclass goes first.
class A:
    def __add__(self, o):
        return "A.add"
    def __radd__(self, o):
        return "A.radd"
    def __eq__(self, o):
        print("A.eq")
        return NotImplemented
    def __lt__(self, o):
        print("A.lt")
        return NotImplemented
class B(A):
    def __radd__(self, o):
        return "B.radd"
    def __gt__(self, o):
        return "B.gt"
print(A() + A(), A() + B(), B() + A(), 1 + A(), A() < B())
a, b = A(), A()
print(a == b, a == a, a != b)
