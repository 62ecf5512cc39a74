# test: diag
class A:
    x = 1


del A.x  #! U0305 5: not supported: deleting attribute `x` of class A, because only instances lose attributes
