# test: lang
# Left to right everywhere: arguments, displays, subscript targets after the value, augmented assignment once.
def f(x):
    print(x, end=" ")
    return x
def g(*a, **k):
    print("|", a, sorted(k))
    return 0
g(f(1), *[f(2)], f(3), a=f(4), **{"b": f(5)})
d = {f(1): f(2), f(3): f(4)}
print(d)
xs = [0, 0, 0]
xs[f(1)] = f(2)
print(xs)
xs[f(0)], xs[f(2)] = f(7), f(8)
print(xs)
xs[f(1)] += f(3)
print(xs)
print(f(10) - f(3) * f(2))
print(f(1) if f(0) else f(2))
i = 0
i, xs[i] = 2, 50
print(i, xs)
a = b = f(5)
print(a, b, f"{f(1)}{f(2)!r:>{f(4)}}")
def h(a=f("default")):
    return a
print(h(), h())
