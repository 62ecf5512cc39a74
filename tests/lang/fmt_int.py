# test: lang
# Format specs of int and bool.

for x in (0, 7, -42, 1234567, -1234567890):
    for spec in ("", "d", "5", "<12", ">12", "^12", "=12", "012", "+d", " d", "-d", ",", "_", ",d", "_d", "015,", "020_", "x", "X", "#x", "#X", "#o", "#b", "_x", "_b", "#_x", "#012x", "+#06x", "*^15", "*=+15,", "e", ".2e", "E", ".3f", ",.2f", "g", ".3g", "%", ".0%", "n", "08n", "<+8", "0<8", "#d", "08.2f", "_.2f", "0=10", "x>5", "=+9"):
        print(format(x, spec), end="|")
    print()
print(f"{65:c}{233:c}{128512:c}|{65:5c}|{65:<5c}|{65:^5c}|{True:d}|{True}|{True:5}|{False:>5}|{True:x}|{True:.1f}|{True!r:>6}")
for spec in ("s", "q", ".2", ".2d", "z", "#c", "+c", ",x", "_c", ",_", "_,", ",,", "5.d", "d5", "abc", "1000000000000000000000", ",n", "_n", ".", "😀x", "\n"):
    try:
        print(format(5, spec))
    except (ValueError, OverflowError) as e:
        print(ascii(spec), type(e).__name__, ascii(str(e)))
for x in (-1, 0x110000):
    try:
        print(format(x, "c"))
    except OverflowError as e:
        print(e)
for spec in ("s", "q", ",x"):
    try:
        print(format(True, spec))
    except ValueError as e:
        print(e)
