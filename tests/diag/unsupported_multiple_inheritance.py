# test: diag
class A:
    def __init__(self):
        self.x = 1


class B:
    def __init__(self):
        self.y = 1


class C(A, B):  #! U0301 1: not supported: class `C` has several base classes
    pass


print(C().x)
