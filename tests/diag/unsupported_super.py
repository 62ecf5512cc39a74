# test: diag
class A:
    def f(self):
        return 1


class B(A):
    def f(self):
        s = super  #! U0109 13: not supported: `super` here, because it has to be called in a method
        return s().f()


print(B().f())
