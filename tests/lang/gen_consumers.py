# test: lang
# What takes an iterable takes a generator.


def words():
    yield "pear"
    yield "fig"
    yield "apple"


def numbers(*items):
    for item in items:
        yield item


print(list(words()), sorted(words()), sorted(words(), key=len), sorted(words(), reverse=True))
print(max(words()), min(words()), max(numbers(3, 9, 2)), min((x for x in []), default=7))
print(max(words(), key=len), min(words(), key=len))
print(sum(numbers(1, 2, 3)), sum(numbers(1.5, 2.5)), sum(numbers(1, 2), 10))
print(any(x > 2 for x in numbers(1, 2, 3)), all(x > 2 for x in numbers(1, 2, 3)), any(x for x in []))
print(",".join(words()), "-".join(str(x) for x in numbers(1, 2)))
print(dict((w, len(w)) for w in words()), sorted(set(len(w) for w in words())))
print(list(enumerate(words(), 1)), list(zip(words(), numbers(1, 2, 3, 4))))
print(list(map(len, words())), list(filter(None, numbers(0, 1, 0, 2))), list(map(lambda x, y: x + y, numbers(1, 2), numbers(3, 4))))
print("fig" in words(), "kiwi" in words(), "kiwi" not in words())
first, *rest = words()
print(first, rest, [*words(), "x"], {*numbers(1, 1)})
a, b = numbers(1, 2)
print(a, b)
items = [0]
items.extend(numbers(1, 2))
items += numbers(3)
print(items)
