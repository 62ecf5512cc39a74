# test: lang
# while, for, break, continue, else.


def search(xs, wanted):
    for x in xs:
        if x == wanted:
            print("found", end=" ")
            break
    else:
        return "missing"
    return "at " + str(x)


print(search([1, 2, 3], 2), search([1, 2, 3], 5), search([], 1))
n = 0
while n < 10:
    n += 1
    if n % 2:
        continue
    if n > 6:
        break
    print(n, end=" ")
else:
    print("never")
print("n", n)
while n:
    n -= 3
    if n < 0:
        break
else:
    print("zero")
i = 0
while True:
    j = 0
    while True:
        j += 1
        if j == 3:
            break
    i += j
    if i > 10:
        break
print(i, j)
for a in range(3):
    for b in range(3):
        if b == 2:
            break
        if a == 1:
            continue
        print(a, b, end="; ")
    else:
        print("not reached")
    if a == 2:
        break
else:
    print("not reached either")
print()
for k in []:
    pass
else:
    print("empty loop else")
for x in "ab":
    pass
print(x)
