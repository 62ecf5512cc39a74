# test: lang
# What named tuples refuse at run time.
from collections import namedtuple

P = namedtuple("P", "x y")
p = P(1, 2)
try:
    p.x = 4
except AttributeError as e:
    print("AttributeError", e)
try:
    P._make([1])
except TypeError as e:
    print("TypeError", e)
try:
    print(p.index(9))
except ValueError as e:
    print("ValueError", e)
try:
    a, b = P._make([5, 6])
    print(a, b)
    total = 0
    for v in p:
        total += v
    print(total)
except ValueError as e:
    print("ValueError", e)
print(p)
