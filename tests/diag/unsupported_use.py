# test: diag
class A:
    pass


a = A()
a.x = 1
del a.x  #! U0001 5: not supported yet: this use of `delattr`
