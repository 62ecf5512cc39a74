# test: lang
# The square is the C library's power, as in CPython: once in a thousand times not the product.

import math
import random

random.seed(1)


def squares(values):
    return [x**2 for x in values]


def powers(values, exponent):
    return [x**exponent for x in values]


values = [random.random() * 3 for _ in range(4000)]
fixed = squares(values)
print(sum(1 for x, y in zip(values, fixed) if x * x != y))
for exponent in (2, 2.0, -1, 1, 0.5, 3):
    print(exponent, math.fsum(powers(values, exponent)))
print(powers(values, 2) == fixed, powers(values, 2.0) == fixed, [math.pow(x, 2) for x in values] == fixed)
print([y for x, y in zip(values, fixed) if x * x != y])
print(math.fsum([x ** -1 for x in values]), math.fsum([x ** 0.5 for x in values]))

for x in (0.0, -0.0, -3.0, 1e-160, 5e-324, 1e-130, 1.3e150, 1.5e153, math.inf, -math.inf, math.nan):
    print(x, x**2, math.pow(x, 2.0))
try:
    print(1e155**2)
except OverflowError as e:
    print("OverflowError:", e)
