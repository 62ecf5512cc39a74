# test: lang
# int() and float() of texts; methods and attributes of numbers.

for text in ("0", " 42 ", "-7", "+7", "1_000", "0x1f", "ff", "0b101", "0o17", "z", "", " ", "1__0", "_1", "1_", "--1", "1 2", "٣٤", "１２", "0_0", "00", "007", "1e3", "1.0", "\n5\t"):
    for base in (10, 16, 2, 8, 0, 36):
        try:
            print(int(text, base), end=" ")
        except ValueError as e:
            print(ascii(str(e)) if base in (10, 0) else "-", end=" ")
    print()
for text in ("1", "1.5", " 1e3 ", "-.5", "5.", "1_0.0_1", "inf", "-Infinity", "NaN", "+nan", "1e400", "-1e400", "1e-400", "", ".", "1e", "e5", "0x1", "1__0", "_1", "1_", "infi", "٣.٥", "1.2.3", "1e+05", "1E-05", "  ", "1 2", "1d5"):
    try:
        print(float(text), end=" ")
    except ValueError as e:
        print(ascii(str(e)), end=" ")
print()
for base in (1, 37, -1):
    try:
        int("1", base)
    except ValueError as e:
        print(e)
print((0).bit_length(), (255).bit_length(), (-256).bit_length(), (255).bit_count(), (-7).bit_count(), (5).conjugate(), (5).as_integer_ratio(), (5).real, (5).imag, (5).numerator, (5).denominator, True.real, True.numerator, (2**62).bit_length())
print((1.5).is_integer(), (2.0).is_integer(), (0.75).as_integer_ratio(), (-2.5).as_integer_ratio(), (1.5).real, (1.5).imag, (1.5).conjugate(), (0.1).hex(), (-1.0).hex(), (0.0).hex(), (5e-324).hex(), (1e300).hex(), float("inf").hex(), float("nan").hex())
for text in ("0x1.8p1", "-0x1p-2", "1.8", "0x.8p3", "inf", "-nan", "0X1P+3", " 0x10 ", "0x1.999999999999ap-4", "0x1p-1074", "0x1p1023", "0x0p0", "ff.8"):
    print(float.fromhex(text), end=" ")
print()
for text in ("", "0x", "xyz", "0x1p", "0x1p2000", "1..2", "0x1.g"):
    try:
        print(float.fromhex(text))
    except (ValueError, OverflowError) as e:
        print(type(e).__name__, e)
print(int(), int(True), float(), float(3), int(-3.9), bool(""), int("12", base=8))
