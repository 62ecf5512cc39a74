# test: lang
# standalone:
# status: 1
# A key that a table of functions does not have: the traceback is that of the lookup.


def add(x, y):
    return x + y


def sub(x, y):
    return x - y


TABLE = {1: add, 2: sub}


def call(op):
    return TABLE[op](1, 2)


def through(op):
    return call(op)


print(call(1))
through(17)
