# test: lang
# for/while with else, break, continue, nested; loop variables after the loop; ranges of every kind.
for n in range(2, 12):
    for x in range(2, n):
        if n % x == 0:
            print(f"{n}={x}*{n // x}", end=" ")
            break
    else:
        print(f"{n} prime", end=" ")
print()
i = 0
while i < 3:
    i += 1
    if i == 2:
        continue
    print(i, end=" ")
else:
    print("else", i)
while True:
    i += 1
    if i > 5:
        break
else:
    print("never")
print(i)
for k in []:
    pass
else:
    print("empty else")
for k in range(3):
    pass
print(k, list(range(5)), list(range(2, 5)), list(range(0, 10, 3)), list(range(5, 0, -2)), list(range(0)), list(range(3, 3)), list(range(1, 10, 100)))
r = range(1, 20, 4)
print(r, len(r), r[0], r[-1], r[1:3], 13 in r, 14 in r, r.index(9), r.count(5), r.start, r.stop, r.step, list(reversed(r)), sum(r), max(r), r == range(1, 18, 4), bool(range(0)), hash(r) == hash(range(1, 18, 4)))
total = 0
for a in range(3):
    for b in range(3):
        if b == a:
            continue
        if a + b == 3:
            break
        total += 10 * a + b
    else:
        total += 1000
print(total)
for i in range(3):
    i *= 10
    print(i, end=" ")
print(i)
for a, (b, c), *d in [(1, (2, 3), 4, 5), (6, (7, 8), 9, 10)]:
    print(a, b, c, d, end="; ")
print()
for index, (key, value) in enumerate({"x": 1, "y": 2}.items(), start=1):
    print(index, key, value, end="; ")
for a, b in zip([1, 2, 3], "ab"):
    print(a, b, end="; ")
print()
squares = {}
for squares["last"] in range(3):
    pass
print(squares)
rows = [[1, 2], [3, 4]]
for row in rows:
    for j in range(len(row)):
        row[j] += 1
print(rows, [x for row in rows for x in row if x % 2], [[y for y in row] for row in rows])
n = 27
steps = 0
while n != 1:
    n = n // 2 if n % 2 == 0 else 3 * n + 1
    steps += 1
print(steps)
