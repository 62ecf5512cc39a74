# test: diag
import copy


class A:
    pass


class B(A):
    pass


def f():
    yield 1


print(copy.copy(f()))  #! U0412 7: not supported: copy() of generator
print(copy.copy(copy))  #! U0412 7: not supported: copy() of module copy
