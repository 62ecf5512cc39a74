# test: lang
# Defaults, star arguments, keywords of generator functions.


def kw(a, b=5, *rest, sep="-", end="!"):
    yield f"{a}{sep}{b}{end}"
    yield from (str(r) for r in rest)


print(list(kw(1)), list(kw(1, 2, 3, 4, sep="+")), list(kw(b=2, a=1)), "".join(kw("x", end="")))


def grow(items=[]):
    items.append(len(items))
    yield list(items)


print(list(grow()), list(grow()))
args = (1, 2)
print(list(kw(*args)))


def rebind(n):
    while n:
        yield n
        n -= 1
    n = 7
    yield n


print(list(rebind(3)))
