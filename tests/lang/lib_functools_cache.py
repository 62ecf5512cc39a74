# test: lang
# functools: caches.
from functools import cache, lru_cache


@lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(60), fib.cache_info())


@cache
def paths(rows, columns):
    if rows == 1 or columns == 1:
        return 1
    return paths(rows - 1, columns) + paths(rows, columns - 1)


print(paths(10, 10), paths.cache_info())


@lru_cache
def greet(name):
    print("computing", name)
    return "hi " + name


print(greet("a"), greet("b"), greet("a"), greet.cache_info())
greet.cache_clear()
print(greet("a"), greet.cache_info())


@lru_cache(maxsize=2)
def triple(x):
    print("triple", x)
    return 3 * x


print([triple(x) for x in [1, 2, 1, 3, 1, 2]], triple.cache_info())
info = triple.cache_info()
print(info.hits, info.misses, info.maxsize, info.currsize)


@lru_cache()
def collatz(n):
    return 1 if n == 1 else 1 + collatz(n // 2 if n % 2 == 0 else 3 * n + 1)


print(max(range(1, 300), key=collatz))


@cache
def best(items, budget):
    if not items:
        return 0
    value = best(items[1:], budget)
    if items[0] <= budget:
        value = max(value, items[0] + best(items[1:], budget - items[0]))
    return value


print(best(tuple([5, 8, 3, 2, 7]), 14), best((1, 2), 2))
print(triple.__wrapped__(5))
