# test: lang
# A chained comparison evaluates its middle once, and stops early; and/or give operands.
def n(x):
    print("n", x)
    return x
print(n(1) < n(2) < n(3))
print(n(3) < n(2) < n(1))
print(n(1) < n(5) > n(2) != n(2))
print(n(0) or n(5) and n(7))
print([] or [1], 0 and 1, "" or "x", not [] and 3)
print(1 < 2 in [2], 1 == 1 in [1], (1 < 2) in [True])
