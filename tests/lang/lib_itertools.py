# test: lang
# itertools: endless ones, selection, chains.
import itertools
from itertools import count, cycle, repeat, chain, islice, takewhile, dropwhile, filterfalse, starmap, accumulate, compress, pairwise

c = count(5)
print(next(c), next(c), next(c), c)
print(list(islice(count(1, 3), 4)), list(islice(count(0.5, 0.25), 3)), count(2, 5))
print(list(islice(cycle("abc"), 8)), list(cycle([])), list(repeat(7, 3)), list(islice(repeat("x"), 2)))
print(list(chain([1, 2], (3, 4), range(5, 7), {8})), list(chain("ab", ["c"])), list(chain()), list(chain([1])))
print(list(chain.from_iterable([[1], [], [2, 3]])), list(itertools.chain.from_iterable(["ab", "cd"])))
print("".join(chain("ab", "cd", "ef", "gh", "ij")))
xs = list(range(10))
print(list(islice(xs, 3)), list(islice(xs, 2, 5)), list(islice(xs, 1, None, 3)), list(islice(xs, 0, 9, 4)), list(islice(xs, None)))
it = iter(xs)
print(list(islice(it, 2, 6, 3)), next(it), list(islice(it, 0)), next(it))
for bad in (lambda: islice(xs, -1), lambda: islice(xs, 1, -1), lambda: islice(xs, 0, 3, 0)):
    try:
        bad()
    except ValueError as e:
        print(e)
print(list(takewhile(lambda x: x < 4, xs)), list(dropwhile(lambda x: x < 7, xs)), list(filterfalse(lambda x: x % 3, xs)), list(filterfalse(None, [0, 1, 2])))
print(list(starmap(pow, [(2, 5), (3, 2)])), list(starmap(lambda a, b: a + str(b), [("x", 1), ("y", 2)])))
print(list(accumulate(xs)), list(accumulate([3, 1, 4], max)), list(accumulate("abc")), list(accumulate([1, 2], initial=100)), list(accumulate([], initial=5)))
print(list(accumulate([1, 2, 3, 4], lambda a, b: a * b)), list(compress("ABCDEF", [1, 0, 1, 0, 1, 1])), list(compress([1, 2, 3], [True, False])))
print(list(pairwise([1, 2, 3, 4])), list(pairwise("a")), list(pairwise([])))
for i, x in zip(count(), "xyz"):
    print(i, x, end=";")
print()
t = takewhile(lambda x: x != 3, iter([1, 3, 1]))
print(list(t), list(t))
