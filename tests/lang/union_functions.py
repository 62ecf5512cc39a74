# test: lang
# Unions through calls, defaults and returns.


def scale(x, factor=None):
    if factor is None:
        return x
    return x * factor


print(scale(2), scale(2, 3), scale(2, 0.5), scale(1.5, 2), scale(1.5), scale(True), scale(True, 2))


def clamp(x, low=None, high=None):
    if low is not None and x < low:
        return low
    if high is not None and x > high:
        return high
    return x


print(clamp(5), clamp(5, 7), clamp(5, 7.5), clamp(5, high=1), clamp(5.5, 1, 5), clamp(0.5, 0, 1))


def square(x):
    return x * x


print(square(2), square(2.5), square(True), [square(v) for v in (1, 2.0)], [square(v) for v in (3, 4)])


def mean(xs):
    return sum(xs) / len(xs) if xs else None


def safe(f, x):
    try:
        return f(x)
    except ZeroDivisionError:
        return None


print(mean([]), mean([1, 2]), mean([0.5]), safe(lambda x: 1 / x, 0), safe(lambda x: 1 / x, 4), safe(lambda x: 1 // x, 4))


def power(a, b):
    result = 1
    for _ in range(b):
        result *= a
    return result


print(power(2, 10), power(2.5, 2), power(2.5, 0), power(True, 3), power(-1, 3))
print(min(1, 2.5), max(1, 2.5), min(True, 0.5), max(None or 0, 0.5), abs(-2 if mean([]) is None else 2.5))
