# test: diag
class Loud(str):  #! U0301 1: not supported: a class derived from `str`, whose objects have no attributes; keep such a value in an attribute
    def __add__(self, other):
        return Loud(str.__add__(self, other).upper())


class Celsius(float):  #! U0301 1: not supported: a class derived from `float`, whose objects have no attributes; keep such a value in an attribute
    pass


class Pair(tuple):  #! U0301 1: not supported: a class derived from `tuple`, whose objects have no attributes; keep such a value in an attribute
    pass


print(Loud("a") + "b", Celsius(1.5))
