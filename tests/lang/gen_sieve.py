# test: lang
# A generator over generators over generators.


def count_from(n):
    while True:
        yield n
        n += 1


def sieve(numbers):
    p = next(numbers)
    yield p
    yield from sieve(x for x in numbers if x % p)


def sieve_by_loop(n):
    numbers = count_from(2)
    for i in range(n):
        p = next(numbers)
        yield p
        numbers = drop(numbers, p)


def drop(numbers, p):
    for x in numbers:
        if x % p:
            yield x


primes = sieve(count_from(2))
print([next(primes) for i in range(12)])
print(list(sieve_by_loop(12)))
