# test: lang
# standalone:
# StopIteration.value of numbers; the text is that of the value.
def count(n):
    for i in range(n):
        yield i
    return n * 10
g = count(1)
next(g)
try:
    next(g)
except StopIteration as e:
    print(e.value, e, repr(e), e.value + 1)
