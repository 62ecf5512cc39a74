# test: lang
# What takes an iterable does not take None for "nothing given".
from collections import OrderedDict


def attempt(name, action):
    try:
        print(name, action())
    except TypeError as error:
        print(name, "TypeError", error)


def items_of(n):
    return None if n < 0 else [n, n + 1]


def pairs_of(n):
    return None if n < 0 else [(n, "a")]


for n in (1, -1):
    some, pairs = items_of(n), pairs_of(n)
    attempt("list", lambda: list(some))
    attempt("set", lambda: set(some))
    attempt("frozenset", lambda: frozenset(some))
    attempt("tuple", lambda: tuple(some))
    attempt("sorted", lambda: sorted(some))
    attempt("reversed", lambda: list(reversed(some)))
    attempt("sum", lambda: sum(some))
    attempt("dict", lambda: dict(pairs))
    attempt("OrderedDict", lambda: list(OrderedDict(pairs)))
    words = None if n < 0 else ["a", "b"]
    attempt("join", lambda: "-".join(words))
attempt("list(None)", lambda: list(None))
attempt("join(None)", lambda: "".join(None))
print(list(), set(), frozenset(), dict(), len(OrderedDict()))
