# test: lang
# Default arguments are evaluated once, where the function is defined.


def make(n):
    print("made", n)
    return [n]


def collect(x, into=make(1)):
    into.append(x)
    return into


print("defined")
print(collect(2), collect(3), collect(4, [0]), collect(5))
base = 10


def add(x, k=base):
    return x + k


base = 20
print(add(1), base)


def outer(n):
    def inner(x, m=n * 2):
        return x + m

    n = 100
    return inner


print(outer(1)(0), outer(5)(0))


class Stack:
    def __init__(self, items=[]):
        self.items = items


a, b = Stack(), Stack()
a.items.append(1)
print(b.items, a.items is b.items, Stack([5]).items)


def cached(n, memo={}):
    if n not in memo:
        memo[n] = n if n < 2 else cached(n - 1) + cached(n - 2)
    return memo[n]


print(cached(50))
