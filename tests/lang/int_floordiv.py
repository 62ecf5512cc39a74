# test: lang
# Floor division and modulo round towards minus infinity; the sign of the remainder is the divisor's.


def show(a, b):
    print(a, b, a // b, a % b, (a // b) * b + a % b == a, divmod(a, b))


for a in range(-7, 8):
    for b in (-3, -2, -1, 1, 2, 3):
        show(a, b)
big = 9223372036854775807
low = -big - 1
for a in (big, -big, low):
    for b in (1, 2, -2, 3, -3, 10, -10, big, -big, low):
        print(a, b, a // b, a % b, divmod(a, b))
print(big // -1, -big // -1, low % -1)
print(-7 // 2, -(7 // 2), -7 % 2, 7 % -2, 0 // -5, 0 % -5)
