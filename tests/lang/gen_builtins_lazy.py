# test: lang
# map, filter, zip, enumerate and reversed within generators.


def squares(items):
    yield from map(lambda x: x * x, items)


def evens(items):
    yield from filter(lambda x: x % 2 == 0, items)


def numbered(items):
    for i, x in enumerate(items):
        yield f"{i}:{x}"


print(list(evens(squares(range(6)))), list(numbered(evens(squares(range(5))))))
print([a * b for a, b in zip(squares([1, 2, 3]), squares([4, 5, 6]))])
print(list(reversed(list(squares([1, 2, 3])))))


def backwards(items):
    for x in reversed(items):
        yield x


print(list(backwards([1, 2, 3])), list(map(str, backwards(range(3)))))
