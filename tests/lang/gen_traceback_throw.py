# test: lang
# standalone:
# The traceback of a thrown exception.


def waits():
    yield 1
    yield 2


g = waits()
next(g)
g.throw(ValueError("thrown"))
