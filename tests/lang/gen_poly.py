# test: lang
# One generator function, several types of items.


def twice(items):
    for x in items:
        yield x
        yield x


def pairs(a, b):
    for x in a:
        for y in b:
            yield x, y


def consume(g):
    out = []
    for x in g:
        out.append(x)
    return out


print(list(twice("ab")), list(twice([1, 2])), list(twice(twice((1.5, 2.5)))))
print(list(pairs([1, 2], "x")), list(pairs("y", [True])))
print(consume(twice("ab")), consume(twice(range(2))), consume(x for x in "cd"), consume([1.5]))
