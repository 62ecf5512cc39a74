# test: lang
# zip(*rows) of tuples whose places have different types, taken apart; beside the other uses of zip with a star.


def split(pairs):
    left, right = zip(*pairs)
    return left, right


pairs = [(1, "a"), (2, "b"), (3, "c")]
nums, letters = zip(*pairs)
print(nums, letters, sum(nums), "".join(letters))
numbers, texts = map(list, zip(*pairs))
numbers.append(4)
texts.append("d")
print(numbers, texts)
print(split([("x", 1.5)]), split([(True, None), (False, None)]))
try:
    split([("", 0)][1:])
except ValueError as e:
    print(e)
try:
    a, b = map(len, zip(*[("", 0)][1:]))
except ValueError as e:
    print(e)
keys, values = zip(*{"one": 1, "two": 2}.items())
print(keys, values)
order, words = zip(*sorted(zip([3, 1, 2], ["c", "a", "b"])))
print(order, words)
people = [("Ann", 30, 1.7), ("Bob", 25, 1.8)]
names, ages, sizes = zip(*people)
for name, (age, size) in zip(names, zip(ages, sizes)):
    print(f"{name} {age} {size:.2f}")
first, *rest = zip(*[(1, 2, 3), (4, 5, 6)])
print(first, rest)
z = zip(*pairs)
left, right = z
try:
    left, right = z
except ValueError as e:
    print(e)
grid = [list("abc"), list("def")]
print(list(zip(*grid)), [list(row) for row in zip(*grid)], ["".join(c) for c in zip(*["abc", "xyz"])])
top, bottom = zip(*[[1, 2], [3, 4]])
print(top, bottom, *map(sum, zip(top, bottom)), list(zip(*[(1, 2), (3, 4)])))
x, y = map(int, "3 4".split())
print(x, y, list(zip(*[iter("abcdef")] * 2)))
