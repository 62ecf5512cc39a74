# test: diag
# Bases that cannot be laid out as one object, and bases without a consistent order.
class A:
    pass


class B(A):
    pass


class C(A, B):  #! U0301 1: not supported: class `C` has several base classes, for which there is no consistent method resolution order
    pass


class D(KeyError, OSError):  #! U0301 1: not supported: class `D` has several base classes, because an object has one layout: `KeyError` and `OSError` do not go together
    pass


class E(A, list):
    pass


class F(list, dict):  #! U0301 1: not supported: class `F` has several base classes, because an object has one layout: `list` and `dict` do not go together
    pass


class Coded(Exception):
    def __init__(self, code):
        self.code = code


class H(ValueError, Coded):  #! U0301 1: not supported: class `H` has several base classes, and the `__init__` of `Coded` stands behind a builtin exception's
    pass


class G(B, A, object):
    pass


print(C(), D(), G())
