# test: diag
class Num:
    def __index__(self):
        return 1


print([1, 2][Num()])  #! T0105 7: argument `i` of list.__getitem__() must be int, not Num
