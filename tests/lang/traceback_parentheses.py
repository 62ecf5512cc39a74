# test: lang
# status: 1
# standalone: its end is a traceback
# The caret of an operation stands at what follows the left operand: here a parenthesis.


def f(n):
    return ((-1.0)) - n


def g(n):
    return (2 + f(n))* n


g(None)
