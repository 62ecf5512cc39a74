# test: diag
class A:
    pass


a = A()
name = "x" if a else "y"
setattr(a, name, 1)  #! U0109 1: not supported: 
print(getattr(a, name))  #! U0109 7: not supported: 
