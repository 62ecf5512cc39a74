# test: lang
# Bit operations in two's complement of any width.

values = [0, 1, -1, 2, -2, 5, -6, 255, -256, 0x7FFFFFFFFFFFFFFF, -0x8000000000000000]
for a in values:
    print(a, ~a)
    for b in values:
        print(a & b, a | b, a ^ b, end="; ")
    print()
x = 0b1010
x &= 6
x |= 0o20
x ^= 0xFF
print(x, x & 0xF0, 1 | 2 ^ 3 & 4, ~x & 0xFF, ~(x | 1))
print(True & True, True | False, True ^ True, True & 3, True | 4, False ^ 7, ~True, ~False)


def popcount(n):
    count = 0
    while n:
        n &= n - 1
        count += 1
    return count


print([popcount(n) for n in (0, 1, 255, 256, 0x7FFFFFFFFFFFFFFF)])
