# test: lang
# standalone:
# weft-status: 1
# weft-stderr: not supported: a generator was left before its end inside try .. finally or with
# What CPython runs when it throws a generator away is not run: a program that leaves one so ends with an error.

log = []


def resource():
    try:
        yield 1
        yield 2
    finally:
        log.append("closed")


g = resource()
print(next(g))
