# test: lang
# Generator expressions: conditions, nesting, when the first iterable is evaluated.


def source():
    print("source")
    return [1, 2, 3]


def late():
    print("late")
    return "ab"


g = (x * x for x in source() if x != 2)
print("made")
print(list(g))
h = ((x, y) for x in source() for y in late())
print("made")
print(next(h), list(h))
print(sum(x for x in range(10) if x % 2 if x > 3))
rows = [[1, 2], [3]]
print(list((y for y in row) is not None for row in rows), [list(y + 1 for y in row) for row in rows])
n = 2
late_n = (x * n for x in range(3))
n = 10
print(list(late_n))
print([sum(x for x in range(k)) for k in range(5)])
try:
    (x for x in 5 // 0 * [1])
except ZeroDivisionError as e:
    print("at once:", e)
