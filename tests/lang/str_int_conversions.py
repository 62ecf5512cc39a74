# test: lang
# Conversions between str, int, float, bool and their errors.

print(int("42"), int(" -7 "), int("+5"), int("0"), float("2.5"), str(3), str(2.0), str(True), str(None), int("101", 2))
for text in ("", "x", "1.5", "1 2", "--1", "0x10", "1e3", "٣"):
    try:
        print(int(text))
    except ValueError as e:
        print(e)
for text in ("", "1e400", "-inf", "1,5", ".", "1e", "+.5"):
    try:
        print(float(text))
    except ValueError as e:
        print(e)
print(bool("False"), bool(""), int(True), float(False), int("9" * 18), ord("z") - ord("a"), chr(ord("a") + 2))
print("12" + str(3), "ab" * 2, 2 * "x", "5" * int("3"), [int(c) for c in "123"], sum(map(int, "4 5 6".split())))
