# test: lang
# object.__init__ is called where a class has none.
class A:
    def __init__(self, n):
        self.n = n
print(A(1).n)
class B:
    pass
print(B() is B())
class D:
    def __init__(self, x):
        super().__init__()
        self.x = x
class E(D):
    def __init__(self):
        super().__init__(4)
print(D(3).x, E().x, object() is None)
