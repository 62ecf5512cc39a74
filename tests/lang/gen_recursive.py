# test: lang
# Recursive generators: permutations, Hanoi, flattening.


def permutations(items):
    if len(items) <= 1:
        yield items
    else:
        for i in range(len(items)):
            for rest in permutations(items[:i] + items[i + 1 :]):
                yield [items[i]] + rest


def hanoi(n, a, b, c):
    if n:
        yield from hanoi(n - 1, a, c, b)
        yield a + c
        yield from hanoi(n - 1, b, a, c)


def subsets(items):
    if not items:
        yield []
        return
    for rest in subsets(items[1:]):
        yield rest
        yield [items[0]] + rest


print(list(permutations([1, 2, 3])))
print(" ".join(hanoi(3, "A", "B", "C")))
print(list(subsets("abc")))
