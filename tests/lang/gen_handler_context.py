# test: lang
# __context__ of what is raised in a handler of a generator.


def fails():
    try:
        yield 1
        1 // 0
    except ZeroDivisionError:
        yield 2
        raise ValueError("second")


g = fails()
next(g)
next(g)
try:
    next(g)
except ValueError as e:
    print(repr(e), repr(e.__context__))

h = fails()
next(h)
try:
    raise KeyError("k")
except KeyError:
    next(h)
try:
    next(h)
except ValueError as e:
    print(repr(e.__context__), repr(e.__context__.__context__))
