# test: lang
# Slice clamping, negative steps, extended slice assignment.
xs = list(range(10))
print(xs[-100:3], xs[7:100], xs[5:2], xs[::-3], xs[8:1:-2], xs[-1:-4:-1], xs[100::-4], xs[:-100:-5])
print("hello"[::-1], "hello"[-3:], "hello"[10:], (1, 2, 3)[::-2], "abc"[2::-1])
ys = xs[:]
ys[2:5] = [20]
print(ys)
ys[1:1] = [7, 8]
print(ys)
ys[::3] = [0] * len(ys[::3])
print(ys)
try:
    ys[::2] = [1]
except ValueError as e:
    print(e)
del ys[::2]
print(ys)
ys[5:2] = [99]
print(ys, ys[-1], ys[-len(ys)])
ys *= 0
print(ys, ys[:1])
