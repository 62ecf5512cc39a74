# test: lang
# Chained comparisons evaluate the middle once and stop early; evaluation order everywhere.
log = []


def v(x):
    log.append(x)
    return x


def shown():
    text = " ".join(map(str, log))
    log.clear()
    return text


print(v(1) < v(2) < v(3), shown())
print(v(3) < v(2) < v(1), shown())
print(v(1) < v(5) > v(2) == v(2) != v(3), shown())
print(v(1) == v(1) in [v(1), v(2)], shown())
print(v(2) <= v(2) <= v(1) <= v(0), shown())
print(v(0) and v(1) or v(2), shown(), v(0) or v(0), shown(), v(3) and v(4), shown(), not v(0), shown())
print(v(1) if v(0) else v(2), shown())
a = [0] * 5
a[v(1)], a[v(2)] = v(3), v(4)
print(a, shown())
a[v(0)] = a[v(1)] = v(9)
print(a, shown())
a[v(1)] += v(2)
print(a, shown())
d = {v(1): v(2), v(3): v(4)}
print(d, shown())
print([v(1), v(2)], {v(3), v(4)} == {3, 4}, (v(5), v(6)), shown())


def f(*args, **kwargs):
    return len(args) + len(kwargs)


print(f(v(1), *[v(2), v(3)], k=v(4), **{"z": v(5)}), shown())
print(v(2) ** v(3) - v(4) * v(5), shown())
print(a[v(0):v(3):v(1)], shown())
print(max(v(1), v(3), v(2)), min(v(4), v(2)), shown())
print([v(x) + v(10) for x in (v(1), v(2)) if v(x) > 1], shown())
print(f"{v(1)}{v(2):>{v(3)}}", shown())
x = y = z = v(7)
print(x, y, z, shown())
print((lambda p=v(1): p)(), shown())
i = 0
i, a[i] = 1, 77
print(i, a)
assert v(1), v(2)
print(shown(), 1 < 2 < 3 < 4, 1 < 3 < 2, 1 == 1.0 == True, "a" < "b" <= "b", not 1 < 2 < 3, (1 < 2) < 3)
