# test: lang
# standalone:
# The traceback of an exception in a generator expression.


def check(x):
    if x > 1:
        raise ValueError(x)
    return x


print(sum(check(x) for x in range(3)))
