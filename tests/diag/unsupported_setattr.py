# test: diag
class A:
    pass


a = A()
setattr(a, "x", 1)  #! U0109 1: not supported: 
print(getattr(a, "x"))  #! U0109 7: not supported: 
