# test: lang
# Deep recursion of generators.


def nest(n):
    if n == 0:
        yield -1
    else:
        yield from nest(n - 1)
        yield n


print(sum(1 for _ in nest(150)), next(nest(200)))


def forever(n):
    yield from forever(n + 1)


try:
    list(forever(0))
except RecursionError as e:
    print("RecursionError")
