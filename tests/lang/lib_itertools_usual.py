# test: lang
# itertools as it is usually used: pairs, windows, groups, products, counting.
import itertools as it

print(list(it.chain([1], (2, 3), {4: 0})), list(it.chain.from_iterable(["ab", "c"])), list(it.islice(it.count(5, 5), 3)), list(it.islice("abcdef", 1, None, 2)))
print(list(it.accumulate([1, 2, 3, 4])), list(it.accumulate([3, 1, 2], max)), list(it.accumulate([1, 2], initial=10)))
print(list(it.combinations("abc", 2)), list(it.permutations([1, 2, 3], 2)), list(it.product("ab", [1, 2])), list(it.combinations_with_replacement([1, 2], 2)))
print([(k, list(g)) for k, g in it.groupby("aaabbc")], [(k, len(list(g))) for k, g in it.groupby([1, 1, 2, 3, 3], key=lambda x: x % 2)])
print(list(it.takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(it.dropwhile(lambda x: x < 3, [1, 2, 3, 1])), list(it.filterfalse(lambda x: x % 2, range(5))), list(it.compress("abcd", [1, 0, 1, 1])))
print(list(it.zip_longest([1, 2, 3], [4], fillvalue=0)), list(it.starmap(pow, [(2, 3), (3, 2)])), list(it.repeat(7, 3)), list(it.pairwise([1, 2, 3, 4])))
a, b = it.tee([1, 2, 3])
print(next(a), list(b), list(a))
cycle = it.cycle("xy")
print([next(cycle) for _ in range(5)], sum(it.islice(it.repeat(2), 4)))


def windows(items, n):
    iterators = it.tee(items, n)
    for i, iterator in enumerate(iterators):
        for _ in range(i):
            next(iterator, None)
    return zip(*iterators)


def chunks(items, n):
    iterator = iter(items)
    while chunk := list(it.islice(iterator, n)):
        yield chunk


print(list(chunks(range(7), 3)), sum(1 for _ in it.product(range(3), repeat=3)), next(it.count()), max(it.accumulate([1, -5, 3])))
