# test: lang
# standalone


def depth(n):
    if n == 0:
        return 0
    return 1 + depth(n - 1)


def endless(n):
    return endless(n + 1) + 1


print(depth(900))
try:
    endless(0)
except RecursionError as error:
    print("caught:", str(error)[:32])
