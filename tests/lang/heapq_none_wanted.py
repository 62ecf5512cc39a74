# test: lang
# nsmallest and nlargest of none ask nobody for anything.
from heapq import nlargest, nsmallest


def key(x):
    print("key of", x)
    return -x


def numbers():
    for i in (3, 1, 2):
        print("gives", i)
        yield i


print(nsmallest(0, [1, 2], key=key), nlargest(-1, [1, 2], key=key))
print(nsmallest(0, numbers(), key=key))
print(nsmallest(2, numbers(), key=key), nlargest(2, [5, 7, 6]))
