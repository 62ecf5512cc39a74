# test: lang
# standalone:
# An uncaught StopIteration shows the value.


def f():
    yield 1
    return "result"


g = f()
next(g)
next(g)
