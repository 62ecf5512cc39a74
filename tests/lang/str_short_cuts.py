# test: lang
# Texts that are made by short cuts: digits in pairs, %.nf in 128 bits, slices, f-strings of few pieces.
SMALL = [0, 1, 9, 10, 11, 99, 100, 101, 999, 1000, 9999, 10000, 10001, 99999]
LARGE = [12345678, 99999999, 100000000, 2**62, 9223372036854775807, -9223372036854775807 - 1]
for x in SMALL + LARGE + [-1, -9, -10, -99, -100, -1000, -99999]:
    print(x, str(x), len(str(x)), f"{x}", f"{x}|", f"<{x}>", f"{x}{x}{x}{x}", f"{x}{x}{x}{x}{x}")
FLOATS = [0.0, -0.0, 0.5, 1.5, 2.5, 0.125, 0.375, 1e-20, 1e20]
FLOATS += [123456.789, -2.675, 1e15, 1e16, 123456789012.5, 0.05, 0.95]
FLOATS += [0.995, 9.995, 99.5, 1e-5, 5e-324, 1.7976931348623157e308, 4503599627370496.5, 9007199254740993.0, float("inf"), float("nan")]
for x in FLOATS:
    print("%.0f %.1f %.2f %.3f %.9f %5.1f %f" % (x, x, x, x, x, x, x))
    print(f"{x:.2f} {x:8.3f} {x:,.2f} {x:.10f} {x:.0f} {round(x, 2) if x < 1e300 else x}")
s = "abcdef"
w = "aβcdef"
for t in [s, w, "a😀cdef", ""]:
    for i in [None, 0, 1, 2, 6, 7, -1, -2, -6, -7, -8]:
        for j in [None, 0, 1, 2, 6, 7, -1, -2, -6, -7, -8]:
            print(repr(t[i:j]), repr(t[i:j:1]), repr(t[i:j:-1]), repr(t[i:j:2]), end=" ")
        print()
    print(f"{t}{s}", f"{t}{s}{w}", f"{w}{t}{s}{s}", f"{s}{s}{s}{t}", f"{t}{t}{t}{t}" == "", f"{w}{t}{s}{s}{t}")
