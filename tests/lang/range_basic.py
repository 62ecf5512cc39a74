# test: lang
# Ranges: length, items, membership, slices, printing, negative steps.

for r in (range(5), range(2, 8), range(0, 10, 3), range(10, 0, -2), range(0), range(5, 2), range(3, -3, -1), range(-3)):
    print(r, len(r), list(r), bool(r), 4 in r, 3 in r, sum(r), r == range(5))
r = range(0, 20, 3)
print(r[0], r[-1], r[2], r[1:4], r[::-1], r.index(9), r.count(9), r.count(10), min(r), max(r), list(reversed(r)))
for i in range(3):
    for j in range(i, 3):
        print(i, j, end="; ")
print()
for i in range(10, 0, -3):
    print(i, end=" ")
else:
    print("end", i)
for i in range(3):
    i *= 10
    print(i, end=" ")
print(i)
n = 4
for i in range(n):
    n += 1
print(n, range(2) == range(0, 2, 1), range(0) == range(5, 5), range(0, 3, 2) == range(0, 4, 2), range(True, 3))
try:
    range(1, 2, 0)
except ValueError as e:
    print("ValueError:", e)
try:
    print(r[7])
except IndexError as e:
    print("IndexError:", e)
top = 9223372036854775807
print(list(range(top - 2, top)), len(range(0, top, top // 3)), [i for i in range(-top, -top + 3)], range(0, 10)[-3:])
