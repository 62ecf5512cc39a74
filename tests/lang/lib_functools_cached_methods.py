# test: lang
# cache and lru_cache on methods: one cache for all instances, which are part of the keys.
from functools import cache, lru_cache


class A:
    def __init__(self, n):
        self.n = n

    @lru_cache(maxsize=None)
    def f(self, x):
        print("f", self.n, x)
        return self.n + x

    @cache
    def g(self, x):
        print("g", self.n, x)
        return self.n * x

    @lru_cache
    def h(self):
        print("h")
        return "s"

    @lru_cache(maxsize=2)
    def text(self, a, b):
        print("text", a, b)
        return f"{a}{b}{self.n}"

    def fib(self, k):
        return k if k < 2 else self.rec(k - 1) + self.rec(k - 2)

    @lru_cache(None)
    def rec(self, k):
        return k if k < 2 else self.rec(k - 1) + self.rec(k - 2)


class B(A):
    pass


a = A(1); b = B(2)
print(a.f(1), a.f(1), b.f(1), a.g(3), a.g(3), b.g(3), a.h(), a.h(), b.h())
print(a.text("x", 1), a.text("x", 1), b.text("y", 2), a.text("z", 3), a.text("x", 1))
print(A.f.cache_info(), a.f.cache_info(), A.f(a, 1))
print(a.fib(80), b.rec(70), a.rec.cache_info())
a.f.cache_clear()
print(a.f(1), A.f.cache_info())
m = a.g
print(m(3), m(9))


@cache
def k(x):
    return x


print(k.__name__, k.__wrapped__(3))
