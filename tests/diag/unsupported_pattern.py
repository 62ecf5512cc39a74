# test: diag
class Point:
    def __init__(self, x):
        self.x = x


match Point(1):
    case Point(1):  #! U0108 10: not supported: positional patterns for this class, because its `__match_args__` are not known while compiling; instead name the attributes: C(x=..)
        print("one")
