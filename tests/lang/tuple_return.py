# test: lang
# Functions that return tuples; tuples within tuples; swapping.


def minmax(xs):
    low = high = xs[0]
    for x in xs:
        if x < low:
            low = x
        if x > high:
            high = x
    return low, high


def stats(xs):
    n = len(xs)
    mean = sum(xs) / n
    return n, mean, minmax(xs), f"{mean:.2f}"


n, mean, (low, high), text = stats([4, 8, 15, 16, 23, 42])
print(n, mean, low, high, text)
print(minmax("hello"), minmax([2.5, -1.0]), minmax([(1, 2), (0, 5)]))
print(stats([1.5, 2.5])[2][1], stats([1])[0])


def fib_pair(n):
    if n == 0:
        return 0, 1
    a, b = fib_pair(n // 2)
    c = a * (2 * b - a)
    d = a * a + b * b
    return (c, d) if n % 2 == 0 else (d, c + d)


print([fib_pair(i)[0] for i in range(15)], fib_pair(90))
state = (0, "start", [])
for i in range(3):
    count, name, log = state
    log.append(name)
    state = (count + i, name + str(i), log)
print(state)
