# test: lang
# int(): underscores, blanks, signs, bases.
for text, base in [("1_000", 10), (" -42 ", 10), ("+7", 10), ("0x1f", 16), ("1f", 16), ("0b101", 0), ("0o17", 0), ("zz", 36), ("-0x10", 0), ("0", 0), ("1__0", 10), ("_1", 10), ("1_", 10), ("", 10), ("- 1", 10), ("08", 0), ("9", 8), ("٣", 10)]:
    try:
        print(repr(text), base, int(text, base))
    except ValueError as e:
        print(e)
print(int(3.99), int(-3.99), int(True), float(" 1_0.5e1 "), float("-inf"), float("nan"), int("  12\n"))
