# test: lang
# The messages of deque's errors.
from collections import deque


def attempt(f):
    try:
        print(f())
    except (IndexError, ValueError, RuntimeError) as e:
        print(type(e).__name__, e)


d = deque([1, 2, 3])
empty = deque([5])
empty.pop()
attempt(lambda: empty.pop())
attempt(lambda: empty.popleft())
attempt(lambda: d[3])
attempt(lambda: d[-4])
attempt(lambda: d.index(9))
attempt(lambda: d.index(1, 1))
attempt(lambda: d.index(3, 0, 2))
attempt(lambda: d.remove(9))


def set_item():
    d[5] = 1


def del_item():
    del d[5]


def grow():
    for x in d:
        d.append(x)


def shrink():
    for x in d:
        d.pop()


attempt(set_item)
attempt(del_item)
attempt(grow)
attempt(shrink)
print(d)
for x in d:
    d[0] = 7
print(d)
