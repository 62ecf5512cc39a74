# test: diag
from functools import cache


class A:
    @staticmethod  #! U0002 6: not supported: `staticmethod` of an object that is no function
    @cache
    def f(x):
        return x


print(A.f(1))
