# test: lang
# Defaults are evaluated once, when the def is executed.

log = []


def note(x):
    log.append(x)
    return x


def f(a=note(1), b=note(2), *, c=note(3)):
    return a + b + c


print(log, f(), f(10), f(c=0), log)


def collect(x, acc=[]):
    acc.append(x)
    return acc


print(collect(1), collect(2), collect(5, []), collect(3))
n = 5


def g(x=n):
    return x


n = 6
print(g(), g(n))
fs = []
for i in range(3):
    def h(k=i, *, m=i * i):
        return (k, m)
    fs.append(h)
print([h() for h in fs], [h(9) for h in fs])
lam = [lambda x, y=i: x + y for i in range(3)]
print([l(10) for l in lam])


class C:
    start = 3

    def m(self, x=start, y=start * 2):
        return x + y


print(C().m(), C().m(1))
C.start = 100
print(C().m())


def count(d={}):
    d["n"] = d.get("n", 0) + 1
    return d["n"]


print(count(), count(), count())
