# test: lang
# Infinite generators and what cuts them off.


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


def take(items, n):
    for i, x in enumerate(items):
        if i >= n:
            return
        yield x


def take_while(test, items):
    for x in items:
        if not test(x):
            break
        yield x


print(list(take(fib(), 10)), max(take(fib(), 5)), 8 in fib())
print(list(take_while(lambda x: x < 20, fib())))
for x, y in zip(fib(), "abc"):
    print(x, y)
numbers = fib()
print(list(take(numbers, 3)), next(numbers))
