# test: lang
# Assignment in every form.

a = b = c = 5
a += 1
print(a, b, c)
x, y = 1, 2
x, y = y, x + y
print(x, y)
(p, q), [r, s] = (1, "a"), [2.5, 3.5]
print(p, q, r, s)
first, *middle, last = range(6)
print(first, middle, last)
for i, (j, k) in enumerate([(1, 2), (3, 4)]):
    print(i, j, k)
n: int = 3
m: float
m = 1.5
names: list[str] = []
names.append("x")
print(n, m, names)


class Box:
    size: int = 2

    def __init__(self):
        self.items = [0, 0, 0]
        self.pos = (1, 2)


box = Box()
box.items[1], box.size = 7, 9
box.items[-1] -= 4
box.size **= 2
box.pos = box.pos[::-1]
print(box.items, box.size, box.pos, Box.size)
v = 7
v -= 2
v *= 3
v //= 2
v %= 5
v **= 3
v <<= 2
v >>= 1
v |= 1
v &= 0xFF
v ^= 3
print(v)
w = 1
w /= 4
print(w)
if (length := len("hello")) > 3:
    print(length)
while (v := v - 5) > 0:
    print(v, end=" ")
print()
text = "a"
text += "b" * 2
t = [1]
t += [2]
print(text, t)
xs = [1, 2, 3]
i = 0
xs[i], i = 10, 2
print(xs, i)
del xs[0], xs[0]
print(xs)
global_like = None
global_like = "now a string"
print(global_like)
