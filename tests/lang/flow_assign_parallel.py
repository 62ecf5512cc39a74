# test: lang
# As many values as targets: no tuple is needed, but all values come before the first assignment.

def f(a, b):
    a, b = b, a
    (c, d), e = (a, b), a + b
    [x, y] = c, d
    return a, b, c, d, e, x, y
print(f(1, 2))
a, b = [1], 2
a[0], b = b, a[0]
print(a, b)
i, v = 0, [5, 6, 7]
i, v[i] = 1, 9
print(i, v)
def g():
    p, q = 1, None
    while q is None or q < 5:
        p, q = (q or 0) + 1, p
    return p, q
print(g())
X, Y = 3, X if False else 4
print(X, Y)
def h(n):
    r = None
    for k in range(n):
        s, r = r, k if k % 2 else None
        if s is not None and r is None:
            print(s + 1)
h(6)
try:
    m, n = 1, 1 // 0
except ZeroDivisionError:
    print("no m")


LOW, HIGH = -2, 60 * 60
NAME = "m"
COPY = HIGH


class Limits:
    MOST = 7
    least = 1


def constants(again):
    global NAME
    if again:
        NAME = "other"
    Limits.least += 1
    return LOW + HIGH, NAME, COPY, Limits.MOST, Limits.least


print(constants(False), constants(True), NAME)
for step in range(2):
    LAST = "always this"
    SOME = 1 if step else 0
print(LAST, SOME)
