# test: lang
# format() of ints, floats and strs over a table of specifications; nested fields; errors.
for spec in ["", "d", "5", "<5", ">5", "^5", "05", "+", "-", " ", "x", "X", "#x", "#X", "o", "#o", "b", "#b", "c", ",", "_", "_x", "#_b", "*^9", "=+6", "0=6", "e", ".2f", "g", "n", "%", "08,", "+08d", "#010x", "é>4", "<", ">08"]:
    print(f"{spec!r:>8}", format(1234, spec), format(-7, spec) if spec != "c" else "", format(0, spec) if spec != "c" else "", sep="|")
for spec in ["", "f", ".0f", ".1f", ".3f", "10.2f", "<10.2f|", "^10.1f", "+.2f", " .2f", "e", ".2e", "E", "g", ".3g", "G", "%", ".1%", ",.2f", "_.2f", "010.2f", "+010.1f", "#.0f", "#g", "n", ".10", "5", "*>8.2", "=+9.2f", "z.1f"]:
    try:
        print(f"{spec!r:>9}", format(1234.5678, spec), format(-0.04, spec), format(1e20, spec), format(float("inf"), spec), sep="|")
    except ValueError as e:
        print(spec, e)
for spec in ["", "s", "10", "<10", ">10", "^10", "*^10", ".2", "10.3", "^7.3s", "-<8", "010", "=<4", "{<5", "}>5"]:
    print(f"{spec!r:>8}", format("text", spec), format("", spec), sep="|")
for value, spec in [(1, "s"), (1, ".2d"), (1, "q"), (1, "10."), (1, ",s"), (1, "+c")]:
    try:
        print(format(value, spec))
    except ValueError as e:
        print(repr(spec), e)
for value, spec in [("x", "d"), ("x", "+"), ("x", ","), ("x", "=5"), ("x", ".x")]:
    try:
        print(format(value, spec))
    except ValueError as e:
        print(repr(spec), e)
for spec in ["d", "s", "c", ".f", "x"]:
    try:
        print(format(1.5, spec))
    except ValueError as e:
        print(repr(spec), e)
width, precision, fill = 10, 3, "*"
print(f"{3.14159:{width}.{precision}}", f"{'ab':{fill}^{width}}", f"{42:{'0'}{width}{'x'}}", "{:{}}".format("a", 4), "{0:{w}.{p}f}|".format(2.5, w=8, p=2), "{:>{w}}".format("r", w=5))
print(format(True), format(True, "d"), format(True, "5"), format(False, ""), format(None), format([1, 2]), format((1,), ""), f"{True:>6}", f"{True!s:>6}", f"{None!r:^8}")
for n in (0, 1, 12, 123, 1234, 12345678, -1234567):
    print(f"{n:,} {n:_} {n:>12,} {n:012,} {n:x} {n:_b}" if abs(n) < 5000 else f"{n:,} {n:_} {n:>12,} {n:014,} {n:x}")
