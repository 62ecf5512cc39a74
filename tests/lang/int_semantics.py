# test: lang
# Integers: division of negatives, shifts, pow, bit operations, bool arithmetic, bases.

for a, b in [(7, 2), (-7, 2), (7, -2), (-7, -2), (0, 5), (6, -3)]:
    print(a // b, a % b, divmod(a, b), a / b, end="; ")
print()
print(2 ** 10, 2 ** -1, (-2) ** 3, -2 ** 2, 0 ** 0, pow(3, 4, 5), pow(2, -1), pow(3, -1, 7))
print(1 << 5, -1 << 3, 100 >> 3, -100 >> 3, -1 >> 100, 5 >> 200, ~5, ~-1)
print(6 & 3, 6 | 3, 6 ^ 3, -6 & 3, -6 | 3, -6 ^ 3, 0xFF & ~0xF)
print(True + True, True * 3, False - 1, True / 2, -True, ~True, True & False, True | False, True ^ True, True & 3)
print(5 == 5.0, 1 == True, 2 > True, isinstance(True, int), int(True), bool(2), bool(-0.0))
print(hex(255), hex(-255), oct(8), bin(5), bin(-5), int("ff", 16), int("0b101", 0), int("-0x1f", 16), int("z", 36))
print(int("  12  "), int("1_000"), int(3.9), int(-3.9), int("-0"), round(2.5), round(3.5), round(-2.5), round(1234, -2))
print((5).bit_length(), (-5).bit_length(), (0).bit_length(), (255).bit_count())
print(abs(-5), min(3, 1, 2), max(3, 1, 2), sum([1, 2], 10), 10 ** 18, -10 ** 18, 9223372036854775807)
print(chr(97), ord("a"), chr(8364), ord("€"), hash(-1), hash(5), hash(True), hash(2 ** 61 - 1))
print(7 // 2.0, -7 // 2.0, 7 % -3.0, -7 % 3.0, 1e300 // 1e-5 > 0, 2 ** 0.5, 4 ** 0.5, divmod(7.5, 2))
for bad in (lambda: 1 // 0, lambda: 1 % 0, lambda: 0 ** -1, lambda: 1 << -1, lambda: int("x"), lambda: pow(2, 3, 0)):
    try:
        bad()
    except (ZeroDivisionError, ValueError) as e:
        print(type(e).__name__, e)
x = 5
x += True
x -= 2.0
print(x, 3 if x else 4, 1 < x < 10, x is not None, not x)
print(f"{255:x} {255:#o} {5:08b} {-5:+d} {1234567:,} {3:5d}| {3:<5d}|", int.__name__)
