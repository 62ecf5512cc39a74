# test: lang
# standalone:
# weft-status: 1
# weft-stderr: RecursionError: maximum recursion depth exceeded
# Deep recursion that is not caught ends as an exception, not as a crash.


def down(n):
    return down(n + 1) + 1


print(down(0))
