# test: lang
# What a generator returns is not turned into text where its StopIteration is only caught.


class Loud:
    def __repr__(self):
        print("repr!")
        return "Loud()"


def loud():
    yield 1
    return Loud()


def relay():
    x = yield from loud()
    print(type(x).__name__)
    return [1, 2], len


def number(n):
    yield 0
    return n


for x in relay():
    print(x)
g = loud()
next(g)
try:
    next(g)
except StopIteration:
    print("stop")
h = number(7)
next(h)
try:
    next(h)
except StopIteration as e:
    print(str(e), repr(e), e.args)
try:
    next(h)
except StopIteration as e:
    print(str(e), repr(e), e.args)
