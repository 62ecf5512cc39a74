# test: lang
# standalone


def inner(xs, i):
    return xs[i] + 1


def outer(n):
    xs = [1, 2, 3]
    total = 0
    for i in range(n):
        total += inner(xs, i)
    return total


print(outer(3))
print(outer(4))
