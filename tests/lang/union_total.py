# test: lang
# total = 0, then floats: an int or a float that prints as in CPython.


def add(values):
    total = 0
    for v in values:
        total += v
    return total


print(add([]), add([1, 2]), add([0.5, 0.25]), add([1.0]))


def halves(n):
    total = 0
    for i in range(n):
        if i % 2:
            total += 0.5
    return total


print(halves(0), halves(1), halves(2), halves(5))
x = 0
for i in range(4):
    print(x, x + 1, x * 2, -x, x == i, x < 2, x // 1, x % 2, x**2, str(x), f"{x} {x:5}", type(x).__name__)
    x += 1 if i % 2 else 0.5
average = sum([1, 2, 3]) / 3 if x else 0
print(average, x, abs(-x), min(x, 1), max(x, 10), round(x), int(x), float(x), bool(x))
best = 0
for v in (0.5, 0.25, 2.5):
    if v > best:
        best = v
print(best)
