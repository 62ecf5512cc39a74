# test: diag
# A cached_property that is one in some classes only, or asked by super().
from functools import cached_property


class A:
    @cached_property
    def x(self):
        return 1


class B(A):
    @property
    def x(self):
        return 2


class C(A):
    @cached_property
    def x(self):
        return super().x  #! U0416 16: not supported: a cached_property by super()  #! T0301 16: `super` object has no attribute `x`


class D(A):
    x = 5


for a in [A(), D()]:
    print(a.x)  #! U0416 11: not supported: `x` is a cached_property in some of the receiver's classes, but not in all
print(C().x, B().x)
