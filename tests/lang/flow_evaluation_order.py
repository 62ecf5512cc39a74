# test: lang
# Everything is evaluated from left to right.

log = []


def n(name, value):
    log.append(name)
    return value


def flush():
    print(" ".join(log))
    log.clear()


xs = [0, 1, 2, 3]
d = {}
print(n("a", 1) + n("b", 2) * n("c", 3) - n("d", 4))
flush()
n("list", xs)[n("index", 1)] = n("value", 9)
flush()
n("dict", d)[n("key", "k")] = n("value", 5)
flush()
n("target", xs)[n("i", 2)] += n("v", 10)
flush()
a, xs[n("first", 0)], b = n("x", 1), n("y", 2), n("z", 3)
flush()
print({n("k1", 1): n("v1", 2), n("k2", 3): n("v2", 4)})
flush()
print([n("e1", 1), n("e2", 2)], (n("e3", 3), n("e4", 4)))
flush()


def f(a, b, c=0):
    return a + b + c


n("f", f)(n("p", 1), n("q", 2), c=n("r", 3))
flush()
print(n("s", "abcdef")[n("lo", 1) : n("hi", 5) : n("st", 2)])
flush()
print(n("then", 1) if n("cond", True) else n("else", 2))
flush()
p = q = n("chain", 7)
flush()
print(n("l", 1) in n("r", [1]), f"{n('f1', 1)}{n('f2', 2):{n('w', 3)}}")
flush()
i = 0
i, xs[i] = 3, 100
print(i, xs, a, b, p, q, d)
xs[0], xs[1] = xs[1], xs[0]
print(xs)
x = [10, 20]
k = 0
k = x[k] = 1
print(k, x)
