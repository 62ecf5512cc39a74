# test: lang
# Sorting algorithms by hand, binary search, permutations, a queue.


def quicksort(xs):
    if len(xs) <= 1:
        return xs
    pivot = xs[0]
    return quicksort([x for x in xs[1:] if x < pivot]) + [pivot] + quicksort([x for x in xs[1:] if x >= pivot])


def bubble(xs):
    xs = xs[:]
    for i in range(len(xs)):
        for j in range(len(xs) - 1 - i):
            if xs[j] > xs[j + 1]:
                xs[j], xs[j + 1] = xs[j + 1], xs[j]
    return xs


def merge_sort(xs):
    if len(xs) < 2:
        return xs
    middle = len(xs) // 2
    a, b = merge_sort(xs[:middle]), merge_sort(xs[middle:])
    out = []
    i = j = 0
    while i < len(a) and j < len(b):
        if b[j] < a[i]:
            out.append(b[j])
            j += 1
        else:
            out.append(a[i])
            i += 1
    return out + a[i:] + b[j:]


def permutations(xs):
    if not xs:
        return [[]]
    out = []
    for i in range(len(xs)):
        for rest in permutations(xs[:i] + xs[i + 1 :]):
            out.append([xs[i]] + rest)
    return out


data = [(i * 37 + 11) % 64 for i in range(20)]
print(quicksort(data) == sorted(data) == bubble(data) == merge_sort(data), merge_sort(data))
print(bubble([2.5, 1.5]), bubble(["b", "a", "c"]), bubble([(2, "x"), (1, "y")]))
print(permutations([1, 2, 3]), len(permutations([1, 2, 3, 4, 5])))
