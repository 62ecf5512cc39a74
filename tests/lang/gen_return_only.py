# test: lang
# Generators that yield nothing, or end at once.


def empty():
    return
    yield


def never(flag):
    if flag:
        yield 1


def unreachable():
    if False:
        yield
    print("ran")


print(list(empty()), list(never(False)), list(unreachable()), sum(never(True)), next(empty(), "default"))
for x in empty():
    print("not here")
else:
    print("else")


def chain():
    yield from empty()
    yield from never(False)
    yield from never(True)


print(list(chain()))
