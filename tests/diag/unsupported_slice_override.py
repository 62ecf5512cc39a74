# test: diag
class A(list):
    def __getitem__(self, i):
        return 0


a = A()
print(a[1:2])  #! U0307 7: not supported: slicing A, which has a `__getitem__` beside that of its base
