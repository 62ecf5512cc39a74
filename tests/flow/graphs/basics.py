def arithmetic(a, b):
    c = a + b * -2
    return c if a < b else -c


def short_circuit(a, b, c):
    if (a or b) and not c:
        return a and b
    return a < b <= c


def loops(xs):
    total = 0
    for x in xs:
        if x is None:
            continue
        total += x
    else:
        total = -total
    while total:
        total -= 1
        if total == 3:
            break
    return total


def forever():
    while True:
        pass


print(arithmetic(1, 2), loops([1]), sep="", end="!")
x = min(1, 2, 3)
x.y[1:2] = x[3] = len(str(x))
x.y += 1
a, (b, *c) = x
assert x, "message"
del x.y, x[0]
if __name__ != "__main__":
    print("never")
f"{a}b{b!r:>{c}}"
