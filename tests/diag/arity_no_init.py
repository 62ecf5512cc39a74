# test: diag
class Pair:
    a = 1

    def __int__(self):
        return self.a


print(Pair(0).a)  #! T0201 7: object.__init__() takes no arguments, and the class has no __init__ of its own
