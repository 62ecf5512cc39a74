# test: lang
# standalone:
# The traceback of a StopIteration shows only its own way, and what was being handled when the library raised it.


def take(items):
    try:
        return next(items)
    except StopIteration:
        print("none")
        return 0


def last(items):
    try:
        return items[7]
    except IndexError:
        return next(iter(items))


def broken(items):
    yield next(items)


for i in range(3):
    take(iter([]))
    try:
        list(broken(iter([])))
    except RuntimeError as e:
        print(e, repr(e.__cause__), e.__cause__ is e.__context__)
last([])
