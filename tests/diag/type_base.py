# test: diag
import sys


def f():
    pass


class A(sys):  #! T0115 1: the base of class `A` must be a class, not module sys
    pass


class B(f):  #! T0115 1: the base of class `B` must be a class, not function f
    pass


class C(0):  #! T0115 1: the base of class `C` must be a class, not int
    pass


print(A, B, C)
