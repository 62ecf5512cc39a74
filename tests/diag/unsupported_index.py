# test: diag
class Num:
    pass


print([1, 2][Num()])  #! T0105 7: argument `i` of list.__getitem__() must be int, not Num
