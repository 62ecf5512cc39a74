# test: lang
# itertools: groupby, zip_longest, tee.
from itertools import groupby, zip_longest, tee, islice

print([(k, list(g)) for k, g in groupby([1, 1, 2, 2, 2, 1])])
print([(k, len(list(g))) for k, g in groupby("aaabccd")])
words = ["apple", "avocado", "banana", "blueberry", "cherry"]
for letter, group in groupby(words, key=lambda w: w[0]):
    print(letter, list(group))
print([k for k, g in groupby([1, 1, 2, 3, 3])])
pairs = groupby(range(10), lambda x: x // 4)
k, g = next(pairs)
print(k, next(g))
k2, g2 = next(pairs)
print(k2, list(g), list(g2))
print(list(groupby([])), {k: sum(g) for k, g in groupby([1, 1, 5, 5, 5])})
print(list(zip_longest([1, 2, 3], [4, 5], fillvalue=0)), list(zip_longest("ab", [1, 2, 3])), list(zip_longest([1], [2, 3], [4, 5, 6], fillvalue=-1)))
print(list(zip_longest([], [], fillvalue=1)), list(zip_longest([1], [1, 2], [3], [4], fillvalue=9)), list(zip_longest([1, 2])))
a, b = tee(range(5))
print(next(a), next(a), list(b), list(a))
for it in tee("ab", 3):
    print(list(it), end=" ")
print()


def window(xs, n):
    its = tee(xs, n)
    out = []
    for i, it in enumerate(its):
        out.append(list(islice(it, i, None)))
    return out


print(window([1, 2, 3], 2))
