# test: lang
# standalone:
# The traceback of an exception in a generator.


def inner(n):
    yield 1
    yield 10 // n


def outer(n):
    x = yield from inner(n)
    print(x)


def run():
    for x in outer(0):
        print(x)


run()
