# test: lang
# Leaving a loop early and going on later with the same generator.


def count(n):
    for i in range(n):
        yield i


g = count(6)
for x in g:
    if x == 1:
        break
for x in g:
    if x % 2:
        continue
    print(x)
    if x == 4:
        break
print(list(g))


def find(items, wanted):
    for i, x in enumerate(items):
        if x == wanted:
            return i
    return -1


print(find((c for c in "hello"), "l"), find(count(3), 9))
print(next(x for x in range(100) if x * x > 50))
