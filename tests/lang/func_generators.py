# test: lang
# Generator functions and expressions.


def count(n):
    i = 0
    while i < n:
        yield i
        i += 1


def pairs(xs):
    for i, x in enumerate(xs):
        yield i, x


def tree(n):
    if n > 0:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)


def closing():
    try:
        yield 1
        yield 2
    finally:
        print("closed", end=" ")


print(list(count(4)), sum(count(5)), [x * x for x in count(3)], list(pairs("ab")), list(tree(3)))
for i, x in pairs(["p", "q"]):
    print(i, x, end=" ")
for x in closing():
    print(x, end=" ")
g = count(3)
print(next(g), next(g), next(g), next(g, -1), list(i + j for i in range(2) for j in range(2)), max(x % 3 for x in range(9)))
