# test: diag
class L(list):
    def __getitem__(self, i):
        return 7


l = L()
l.append(1)
print(l[0])
print(l[0:1])  #! U0307 7: not supported: slicing L, which has a `__getitem__` beside that of its base
