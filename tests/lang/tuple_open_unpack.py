# test: lang
# Tuples of known and of unknown length in one variable are unpacked.


def choose(known, items):
    return (10, 20) if known else tuple(items)


for known in (True, False):
    a, b = choose(known, [1, 2])
    first, *rest = choose(known, [1, 2, 3])
    print(a, b, first, rest)
try:
    a, b = choose(False, [1])
except ValueError as e:
    print(e)
x, y = next((tuple([i, i]) for i in range(0)), (3, 4))
print(x, y)
