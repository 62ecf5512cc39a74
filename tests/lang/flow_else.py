# test: lang
# for/while … else, nested loops, conditional expressions, chained comparisons.


def find(xs, y):
    for i, x in enumerate(xs):
        if x == y:
            break
    else:
        return -1
    return i


print(find([1, 2], 2), find([], 2), find([3], 1))


def w(n):
    while n > 0:
        n -= 1
        if n == 3:
            break
    else:
        return "done"
    return "broke"


print(w(2), w(9), w(0))
for i in range(3):
    for j in range(3):
        if j == 2:
            continue
        if i == 1:
            break
    else:
        print("inner done", i)
        continue
    print("inner broke", i)
else:
    print("outer done")


def side(x):
    print("side", x, end=" ")
    return x


print(side(1) < side(5) < side(3) < side(9))
print(1 < 2 < 3, 1 < 3 > 2, 1 == 1.0 == True, not 1 < 2 < 0, 3 > 2 >= 2 != 1)
print("a" < "b" < "c", 1 in [1] == True, (1 in [1]) == True)
x = 5
print("big" if x > 10 else "mid" if x > 3 else "small", (1 if x else 2) + 1)
print(x and 7, 0 or 8, None or 0 or 5, 1 and 0 and side(1), [] or [1], "" or "last")
for x in []:
    pass
else:
    print("empty else", x)
i = 0
while True:
    i += 1
    if i % 2:
        continue
    if i > 6:
        break
print(i)
for i in range(3):
    i = i * 10
print(i)
pass
...
print(not None, not "", not [0], bool([]), bool(" "), bool(0.0), bool(-1))
