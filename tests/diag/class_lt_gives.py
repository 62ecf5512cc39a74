# test: diag
# An order that is no bool, asked for by the comparison of containers.


class A:
    def __init__(self, v):
        self.v = v

    def __eq__(self, other):
        return self.v == other.v

    def __lt__(self, other):
        return self.v - other.v


print(A(1) < A(2))
print((A(1), 1) < (A(3), 2))  #! U0417 7: not supported: `__lt__` of `A` gives int, not a bool; return bool(...)
print([A(1)] < [A(3)])  #! U0417 7: not supported: `__lt__` of `A` gives int, not a bool; return bool(...)
