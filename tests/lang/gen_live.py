# test: lang
# Many live variables across a yield, of all types, in loops.


class P:
    def __init__(self, n):
        self.n = n


def many(a, b):
    i = 1
    f = 2.5
    s = "s"
    items = [a]
    pair = (b, s)
    flag = False
    nothing = None
    p = P(3)
    for k in range(3):
        for c in "xy":
            yield i, f, s, len(items), pair[0], flag, nothing, p.n, k, c
            i += 1
            f *= 2
            s += c
            items.append(i)
            flag = not flag
            p = P(p.n + i)
    del items
    yield i, f, s, 0, pair[1], flag, nothing, p.n, a, b


for row in many(7, "b"):
    print(*row)


def unbound(flag):
    if flag:
        x = 1
    yield 0
    yield x


print(list(unbound(True)))
try:
    list(unbound(False))
except UnboundLocalError as e:
    print(e)
