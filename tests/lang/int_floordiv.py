# test: lang
# Floor division and modulo round towards minus infinity; the sign of the remainder is the divisor's.


def show(a, b):
    print(a, b, a // b, a % b, (a // b) * b + a % b == a, divmod(a, b))


for a in range(-7, 8):
    for b in (-3, -2, -1, 1, 2, 3):
        show(a, b)
big = 9223372036854775807
for b in (1, -1, 2, -2, 10, -10, big):
    show(big, b)
    show(-big, b)
low = -big - 1
for b in (1, 2, -2, 3, -3, big, low):
    show(low, b)
print(-7 // 2, -(7 // 2), -7 % 2, 7 % -2, 0 // -5, 0 % -5)
