# test: lang
# Bases, underscores, and their printing.

print(0, 00, 1_000_000, 0x_ff, 0XFF, 0b1_0, 0B11, 0o17, 0O7_7, 0xdead_beef)
print(9223372036854775807, -9223372036854775807 - 1, -9223372036854775808)
print(str(12345), repr(-7), f"{42}", "%d" % 5, format(255, "x"))
print((5).bit_length(), (-256).bit_length(), (0).bit_length())
print(bin(10), hex(255), oct(8), bin(-5), hex(-255), oct(-9))
print(int(True), int(3.99), int(-3.99), int("12"), int(" -12 \n"), int("1_000"), int("+7"))
print(int("ff", 16), int("0xff", 16), int("0b101", 0), int("0o17", 0), int("z", 36), int("-11", 2))
print(int(), int(1e15), int(-0.5), int("0"), int("-0"), int("000"))
