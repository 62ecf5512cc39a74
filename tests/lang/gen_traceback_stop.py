# test: lang
# standalone:
# The traceback of StopIteration inside a generator.


def bad(it):
    while True:
        yield next(it)


def run():
    for x in bad(iter([1, 2])):
        print(x)


run()
