# test: lang
# StopIteration inside a generator becomes RuntimeError.


def first_two(items):
    it = iter(items)
    yield next(it)
    yield next(it)


print(list(first_two([1, 2, 3])))
try:
    print(list(first_two([1])))
except RuntimeError as e:
    print(e, repr(e.__cause__), repr(e.__context__))


def explicit():
    yield 1
    raise StopIteration


g = explicit()
print(next(g))
try:
    next(g)
except RuntimeError as e:
    print(e)
print(list(g))


def guarded(items):
    it = iter(items)
    while True:
        try:
            x = next(it)
        except StopIteration:
            return
        yield x


print(list(guarded("abc")))
