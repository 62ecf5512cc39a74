# test: lang
# int() of everything: bases, blanks, signs, underscores, floats, bools, objects; its errors.
print(int(), int(3.99), int(-3.99), int(True), int("12"), int("  12\n"), int("+5"), int("-0"), int("1_000"), int(1e10), int("٣٤"))
print(int("ff", 16), int("0xFF", 16), int("0b101", 2), int("0o17", 8), int("z", 36), int("0x1f", 0), int("0b11", 0), int("10", 0), int("-0x1F", 0), int("1_0", 2), int("0", 0), int("00", 0))
print(int("10", base=3))
bad = [("", 10), ("x", 10), ("1.5", 10), ("12", 2), ("0x", 16), ("1__0", 10), ("_1", 10), ("1_", 10), ("+ 1", 10), ("010", 0), ("9", 8), ("--1", 10), ("1 2", 10), ("0b2", 0), ("é", 10), ("'", 10)]
for text, base in bad:
    try:
        print(int(text, base))
    except ValueError as e:
        print(e)
for base in (1, 37, -2):
    try:
        int("1", base)
    except ValueError as e:
        print(e)
for f in (float("nan"), float("inf"), float("-inf")):
    try:
        int(f)
    except (ValueError, OverflowError) as e:
        print(type(e).__name__, e)


class Index:
    def __index__(self):
        return 7


class Int:
    def __int__(self):
        return 8


class Trunc:
    def __int__(self):
        return -1

    def __index__(self):
        return -2


print(int(Int()), int(Trunc()))
n = 12345
print(n.bit_length(), (-n).bit_length(), (0).bit_length(), n.bit_count(), (-5).bit_count(), n.conjugate(), n.real, n.imag, n.numerator, n.denominator, n.as_integer_ratio())
print(n.to_bytes(4, "big"), n.to_bytes(3, "little"), (-2).to_bytes(2, "big", signed=True), int.from_bytes(b"\x01\x02", "big"), int.from_bytes(b"\xff\xfe", "big", signed=True), int.from_bytes([1, 0], "little"))
for args in ((1, 300), (1, -1)):
    try:
        print(args[1].to_bytes(args[0], "big"))
    except OverflowError as e:
        print(e)
print(bool(0), bool(-1), True + True, True * 3, -True, ~True, True / 2, True // 2, sum([True, False, True]), int(False), True == 1, True is True, str(True), repr(False), f"{True:d} {True:>5} {True!s:>6}", [10, 20][True])
print(divmod(-7, 2), divmod(7, -2), -7 // 2, -7 % 2, 7 % -2, -7 % -2, 7 // -2, 0 // 5, 0 % -3, pow(2, 10), pow(2, -1), pow(3, 4, 5), pow(-3, 3, 7), pow(2, 0, 1), pow(3, -1, 7), pow(0, 0))
print(abs(-3), round(1234, -2), round(1250, -2), round(1350, -2), round(-1250, -2), round(5), round(15, -1), round(25, -1), round(7, 3))
print(5 & 3, 5 | 3, 5 ^ 3, ~5, 1 << 10, 1024 >> 3, -1 >> 10, -8 >> 1, 5 >> 100, -5 >> 100, 0 << 100, bin(10), bin(-10), hex(255), hex(-255), oct(8), oct(-8), bin(0))
for f in (lambda: 1 << -1, lambda: 1 >> -1):
    try:
        f()
    except ValueError as e:
        print(e)
for f in (lambda: 1 // 0, lambda: 1 % 0, lambda: divmod(1, 0)[0], lambda: pow(2, 2, 0)):
    try:
        f()
    except (ZeroDivisionError, ValueError) as e:
        print(type(e).__name__, e)
try:
    print(1 / 0)
except ZeroDivisionError as e:
    print(e)
try:
    print(0 ** -1)
except ZeroDivisionError as e:
    print(e)
try:
    print(pow(2, -1, 4))
except ValueError as e:
    print(e)
