# test: diag
# What only one of the numbers that a value may be cannot do is an error under a handler, too: the other one can.
def pick(k, items):
    n = 2**k
    try:
        print("ab" * n)  #! T0103 15: unsupported operand types for *: `str` and `int | float`
        return items[n]  #! T0105 16: argument `i` of list.__getitem__() must be int, not int | float
    except TypeError:
        return 0


print(pick(1, [1, 2, 3]))
