# test: lang
# functools: reduce, partial, cmp_to_key.
import functools
import operator
from functools import reduce, partial, cmp_to_key

print(reduce(lambda a, b: a + b, [1, 2, 3]), reduce(operator.mul, range(1, 6), 1), reduce(lambda a, b: a + b, ["x"], "y"), reduce(max, [3, 9, 2]))
print(reduce(lambda acc, x: acc + [x], [1, 2], []), reduce(operator.add, [], 5))
try:
    reduce(operator.add, [0][:0])
except TypeError as e:
    print(e)
calls = []


def noisy(total, x):
    calls.append((total, x))
    return total - x


print(functools.reduce(noisy, [10, 1, 2]), calls)


def power(base, exponent):
    return base**exponent


square = partial(power, 2)
print(square(5), partial(power, 3, 2)(), partial(power)(2, 3), square.args, square.func(3, 3))
print(list(map(partial(operator.add, 10), [1, 2, 3])), partial(print, "hello")("world"))


def compare(a, b):
    if len(a) != len(b):
        return len(a) - len(b)
    return (a > b) - (a < b)


words = ["pear", "fig", "apple", "kiwi", "date"]
print(sorted(words, key=cmp_to_key(compare)), sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)))
words.sort(key=cmp_to_key(lambda a, b: -compare(a, b)))
print(words, max(words, key=cmp_to_key(compare)))
k = cmp_to_key(lambda a, b: a - b)
print(k(1) < k(2), k(1) == k(1), k(3) <= k(2), k(3) > k(2), k(1) != k(1))
