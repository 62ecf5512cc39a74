# test: lang
# Assignment to and deletion of slices.

xs = list(range(6))
xs[1:3] = [10, 20, 30]
print(xs)
xs[:2] = []
print(xs)
xs[len(xs) :] = [7, 8]
print(xs)
xs[2:2] = [100]
print(xs)
xs[::2] = [0] * len(xs[::2])
print(xs)
xs[5:1] = [1, 1]
print(xs)
xs[:] = [1, 2, 3, 4, 5, 6]
xs[::-1] = xs[:]
print(xs)
xs[1:1] = xs
print(xs)
try:
    xs[::2] = [1]
except ValueError as e:
    print("ValueError:", e)
del xs[1:4]
print(xs)
del xs[::3]
print(xs)
del xs[-1]
del xs[0]
print(xs)
del xs[100:]
del xs[:]
print(xs)
ys = [1, 2, 3, 4, 5]
del ys[::-2]
print(ys)
ys[0:1] = range(3)
ys[3:] = [9]
print(ys)
