# test: lang
# Every operator on values that are an int, a float or a bool.

values = [True, 3, 2.5, -4, 0.5, False]
for a in values:
    row = []
    for b in values:
        row.append(a + b)
        row.append(a * b - a)
    print(a, row)
    print([a < b for b in values], [a == b for b in values], [a >= b for b in values])
    print([a / b for b in values if b], [a // b for b in values if b], [a % b for b in values if b])
print([-v for v in values], [abs(v) for v in values], [not v for v in values], [int(v) for v in values], [float(v) for v in values])
print([v**2 for v in values], [2**v for v in values], [round(v) for v in values], [str(v) + repr(v) for v in values])
print([hash(v) for v in values], [f"{v:>6}" for v in values], [bool(v) for v in values], sorted(values), sorted(values, reverse=True))
ints = [v for v in values if isinstance(v, int) and not isinstance(v, bool)]
print(ints)
big = [2**53 + 1, 2.0**53]
print(big[0] == big[1], big[0] > big[1], big[0] - big[1], max(big), big.index(2**53 + 1))
try:
    print(values[0] // values[5])
except ZeroDivisionError as e:
    print("ZeroDivisionError:", e)
try:
    print(values[2] / values[5])
except ZeroDivisionError as e:
    print("ZeroDivisionError:", e)
