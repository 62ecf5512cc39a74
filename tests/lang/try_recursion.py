# test: lang
# RecursionError is raised, can be caught, and the program goes on.


def down(n):
    return down(n + 1) + 1


class Deep:
    def __init__(self, n):
        self.n = n

    def method(self):
        return Deep(self.n + 1).method()


for _ in range(2):
    try:
        down(0)
    except RecursionError as e:
        print("RecursionError", isinstance(e, RuntimeError))
try:
    Deep(0).method()
except RecursionError:
    print("method")


def even(n):
    return odd(n + 1)


def odd(n):
    return even(n + 1)


try:
    even(0)
except RuntimeError:
    print("mutual")


def guarded(n):
    try:
        return guarded(n + 1)
    except RecursionError:
        return "caught inside"


print(guarded(0))


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


print(depth(500), depth(900))
