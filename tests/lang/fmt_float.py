# test: lang
# Format specs of float.

inf = float("inf")
for x in (0.0, -0.0, 1.0, -1.5, 3.14159265, 1234567.891, 1e16, 1e-5, 1e22, 123456789012345680.0, 0.1, 5e-324, 1.7976931348623157e308, inf, -inf, inf - inf):
    for spec in ("", "f", ".0f", ".3f", "e", ".0e", "E", "g", ".3g", "G", "%", ".1%", "n", "+", " ", "10", "<10.2f", "^12.2f", "=+12.1f", "010.2f", ",", "_", ",.2f", "020,.1f", "#.0f", "#g", "#.3g", "z.0f", "z.1f", ".10", ".1", ".17g", "+.2e", "*^20.3e", "F", "015,", "#", "#.0e"):
        print(format(x, spec), end="|")
    print()
for spec in ("d", "s", "x", "c", "q", "b", ".", ",_f", ".2d", "=s"):
    try:
        print(format(1.5, spec))
    except ValueError as e:
        print(spec, e)
print(f"{2.5:.0f} {3.5:.0f} {0.125:.2f} {1e100:.3f} {2.675:.2f} {1/3:.20f} {1e-10:f}")
