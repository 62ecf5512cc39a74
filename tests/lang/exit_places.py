# test: lang
# standalone:
# Lines of tracebacks: of functions that share a name, of one function's lines far apart, of a module's code around
# functions, of a class body, and of one line reached through several calls.
import sys


class First:
    def __init__(self, n):
        self.n = 10 // n


failed = []


class Second(First):
    def __init__(self, n):
        super().__init__(n)
        self.text = ["a", "b"][n]


TABLE = {1: 2}


class Third(Second):
    size = TABLE[1]

    def __init__(self, n):
        super().__init__(n)
        self.found = TABLE[n]


def long_one(n):
    if n == 0:
        return TABLE[n]
    # far
    # from
    # what
    # stands
    # above
    # and
    # below
    if n == 2:
        return [5, 6][n]





    both = lambda m: (lambda k: TABLE[k])(m); return both(n)


def attempt(action, n):
    try:
        action(n)
    except Exception as error:
        if failed:
            error.__cause__ = failed[-1]
        failed.append(error)


attempt(Third, 0)
attempt(First, 0)


attempt(Second, 2)
attempt(long_one, 0)
attempt(Third, -1)
for number in range(2, 5):
    attempt(long_one, number)


def recurse(n):
    return recurse(n - 1) if n else Third(n)


try:
    recurse(6)
except ZeroDivisionError as error:
    raise ValueError("all") from error
finally:
    print(len(failed), file=sys.stderr)
    raise failed[-1]
