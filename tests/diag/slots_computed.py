# test: diag
names = ["x", "y"]


class A:
    __slots__ = names  #! U0309 5: not supported: `__slots__` that is not written as the names themselves


A().x = 1
