# test: diag
def f():
    return super().__init__()  #! U0103 12: not supported: `super()` here, because it needs the first parameter of a method of the class around it; instead call it directly in the method


class A:
    def g(self):
        return 1


class B(A):
    @staticmethod
    def g(x):
        return super().g()  #! T0205 16: super() is used in a static method, which has no object


f()
print(B().g(3))
