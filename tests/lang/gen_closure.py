# test: lang
# Closures in and around generators.


def make(n):
    total = 0

    def inner():
        nonlocal total
        for i in range(n):
            total += i
            yield total

    return inner, lambda: total


f, get = make(4)
print(list(f()), get(), list(f()), get())


def adders(n):
    for i in range(n):
        yield lambda x: x + i


print([add(10) for add in adders(3)], [add(10) for add in list(adders(3))])


def with_helper(items):
    seen = []

    def note(x):
        seen.append(x)
        return len(seen)

    for x in items:
        yield x, note(x)
    yield "all", len(seen)


print(list(with_helper("ab")))
k = 3
scaled = (x * k for x in range(3))
k = 5
print(list(scaled))


def outer(k):
    return (x * k for x in range(k))


print(list(outer(3)), list(outer(2)))
