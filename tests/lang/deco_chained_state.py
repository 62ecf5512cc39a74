# test: lang
# Chained decorators of which some are objects with state.
class Count:
    def __init__(self, f):
        self.f = f
        self.n = 0
    def __call__(self, *a):
        self.n += 1
        return self.f(*a)
def times(k):
    def deco(f):
        def inner(*a):
            return f(*a) * k
        return inner
    return deco
@Count
@times(3)
@times(2)
def f(x):
    return x + 1
print(f(1), f(2), f.n)
@times(2)
@Count
def g(x):
    return x
print(g(4))
