# test: diag
def f(flag):
    x = True if flag else 3
    return x.bit_length()  #! U0402 12: not supported: calling `bit_length` on bool | int, because the method differs by type; test the type first
def g(flag):
    x = None if flag else 3
    y = 2.5 if flag else x
    return y.hex(), y.conjugate()  #! U0402 21: not supported: calling `conjugate` on int | float, because the method differs by type; test the type first

print(f(False), f(True), g(True))
