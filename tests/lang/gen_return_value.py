# test: lang
# `return value` is the value of `yield from`.


def inner(n):
    for i in range(n):
        yield i
    return n * 10


def outer():
    total = yield from inner(2)
    total += yield from inner(3)
    print("total", total)
    nothing = yield from [7, 8]
    print(nothing)
    return "done"


def outermost():
    word = yield from outer()
    yield len(word)
    empty = yield from ()
    yield len(str(empty is None))


print(list(outermost()))


def early(flag):
    if flag:
        return [1, 2]
    yield 5
    return [3]


def collect():
    a = yield from early(True)
    b = yield from early(False)
    yield len(a) + len(b)


print(list(collect()))
