# test: lang
# Recursion: mutual, through closures, through methods, with memo and default.

def even(n):
    return n == 0 or odd(n - 1)


def odd(n):
    return n != 0 and even(n - 1)


def fib(n, memo={}):
    if n not in memo:
        memo[n] = n if n < 2 else fib(n - 1) + fib(n - 2)
    return memo[n]


def perms(xs):
    if not xs:
        return [[]]
    return [[x] + p for i, x in enumerate(xs) for p in perms(xs[:i] + xs[i + 1:])]


def flatten(t):
    return [t.v] + [x for k in t.kids for x in flatten(k)]


class T:
    def __init__(self, v, *kids):
        self.v = v
        self.kids = list(kids)

    def total(self):
        return self.v + sum([k.total() for k in self.kids])


def qsort(xs):
    if len(xs) < 2:
        return xs
    p = xs[0]
    return qsort([x for x in xs[1:] if x < p]) + [p] + qsort([x for x in xs[1:] if x >= p])


def outer(n):
    def go(k):
        return 1 if k <= 1 else k * go(k - 1)
    return go(n)


print(even(10), odd(7), fib(50), perms([1, 2, 3]), outer(10))
t = T(1, T(2, T(3)), T(4))
print(flatten(t), t.total(), qsort([3, 1, 2, 3]), qsort([]))
gcd = lambda a, b: a if b == 0 else gcd(b, a % b)
print(gcd(48, 18))
