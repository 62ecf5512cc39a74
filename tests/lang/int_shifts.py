# test: lang
# Shifts: arithmetic to the right, any count; a negative count raises.


def shift(a, n):
    try:
        return a >> n
    except ValueError as e:
        print("ValueError:", e)
        return -99


for a in (1, -1, 5, -5, 1 << 62, -(1 << 62)):
    for n in (0, 1, 2, 3, 31, 32, 62, 63, 64, 65, 100, 1000, 1 << 40):
        print(a, n, shift(a, n))
for n in range(0, 63, 7):
    print(1 << n, -1 << n, 3 << min(n, 60))
print(0 << 0, 0 << 63, 0 << 64, 0 << 1000, -1 << 63)
print(shift(1, -1), shift(0, -5))
try:
    print(1 << (-len("ab")))
except ValueError as e:
    print("ValueError:", e)
x = 255
x >>= 3
x <<= 2
print(x, 1 << 2 + 3, (1 << 2) + 3, -8 >> 1, -9 >> 1)
