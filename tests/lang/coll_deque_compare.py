# test: lang
# deques compare like lists; their items may be anything.
from collections import deque

a = deque([1, 2, 3])
b = deque([1, 2, 4])
print(a == b, a != b, a < b, a <= b, a > b, a >= b, a == a.copy(), a == deque([1, 2, 3], 5))
print(deque([1]) < deque([1, 0]), deque() < deque([1]), deque("ab") > deque("aa"))
nested = deque([deque([1]), deque([2, 3])])
print(nested, nested[1][0])
print(deque([1.5, None]), deque(["a", "b"]), deque([True, False]), deque([(1, "x")]))
me = deque([[1], [2]])
me.append(me[0])
me[0].append(9)
print(me)
words = deque()
words += ["x", "y"]
words *= 2
print(words, 2 * words)
print(a + b)
x, y, z = a
print(x, y, z, list(a), set(a))
print(list(enumerate(a)), list(zip(a, b)), list(map(str, a)))
