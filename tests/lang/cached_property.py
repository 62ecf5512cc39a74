# test: lang
# cached_property keeps its value: del and assignment act on what is kept.
from functools import cached_property
class A:
    def __init__(self, n):
        self.n = n
    @cached_property
    def slow(self):
        print("computing", self.n)
        return self.n * 2
    @cached_property
    def maybe(self):
        print("maybe")
        return None
a = A(3)
print(a.slow, a.slow)
a.n = 5
print(a.slow)
print(a.maybe, a.maybe)
b = A(7)
print(b.slow, a.slow)
del a.slow
print(a.slow)
a.slow = 99
print(a.slow)
