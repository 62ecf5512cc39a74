# test: lang
# Slice clamping and steps.

xs = list(range(10))
print(xs[2:5], xs[:3], xs[7:], xs[:], xs[-3:], xs[:-7], xs[5:2], xs[20:], xs[-20:3], xs[3:100], xs[-100:100])
print(xs[::2], xs[1::3], xs[::-1], xs[8:2:-2], xs[:5:-1], xs[5::-1], xs[-1:-4:-1], xs[100::-4], xs[::100], xs[::-100], xs[2:8:3])
for start in (-12, -3, 0, 4, 12):
    for stop in (-12, -3, 0, 4, 12):
        print(xs[start:stop], xs[start:stop:3], xs[start:stop:-2])
n = None
print(xs[n:3], xs[3:n], xs[n:n], xs[n:n:-1], xs[n:n:n])
try:
    print(xs[::0])
except ValueError as e:
    print("ValueError:", e)
copy = xs[:]
copy[0] = 99
print(xs[0], copy[0], xs[1:4][1], len(xs[3:]), "abcdef"[::-2], (1, 2, 3, 4)[1:3], (1, 2, 3)[::-1])
