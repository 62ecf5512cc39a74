# test: lang
"""tuple.index with bounds; a deque has no hash."""

from collections import deque

t = (0, 1, 2, 1, 0)
print(t.index(1), t.index(1, 2), t.index(0, 1), t.index(0, -2), t.index(1, -100, -1), ("a", "b", "a").index("a", 1, 3))
for start, stop in ((2, 3), (4, 2), (-1, -1), (5, 9)):
    try:
        print(t.index(1, start, stop))
    except ValueError as error:
        print(error)
try:
    print(hash(deque([1])) == 0)
except TypeError as error:
    print(error)
