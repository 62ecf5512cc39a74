# test: lang
# Floats: repr, special values, comparison, round, conversions.

inf, nan = float("inf"), float("nan")
print(inf, -inf, nan, inf - inf, inf * 0, nan == nan, nan != nan, inf > 1e308, -inf < 0, nan < 1)
print(0.1 + 0.2, 1e16, 1e15, 123456789012345680.0, 1e-5, 0.0001, 1.0, -0.0, 0.0 == -0.0, 5e-324, 1.7976931348623157e308)
print(round(2.675, 2), round(2.5), round(-0.5), round(1.25, 1), round(1234.5, -2), round(0.5), round(1.5))
print(float("1e5"), float(" -2.5 "), float("1_0.5"), float("nan"), float("-Infinity"), float(3), float(True))
print(int(1e10), int(-1.9), (1.5).is_integer(), (2.0).is_integer(), (0.5).as_integer_ratio(), (1.5).hex())
print(1.5 // 0.4, -1.5 // 0.4, 1.5 % 0.4, -1.5 % 0.4, divmod(-1.5, 0.4), 2.0 ** 3, 2.0 ** -1, (-8.0) ** 2)
print(1 / 3, 2 / 3, 10 / 5, 1e3, 1E-3, .5, 5., 1_0.0_1, 3.14159 * 2, 100 * 1.1)
print(min(1.5, 1), max(1, 2.5), sum([0.1] * 10), abs(-1.5), sorted([2.5, -1, 0.0]), hash(1.0) == hash(1), hash(0.5))
print(1.0 == 1, 1.5 > 1, 2 ** 53 == 2.0 ** 53, 2 ** 53 + 1 == 2.0 ** 53, 1e308 * 10, bool(0.0), bool(nan), not 0.0)
print(f"{3.14159:.2f} {1e10:e} {1.5:10.3f}| {0.00001:g} {1234567.0:,.1f} {0.25:.0%} {1e20:g} {2.0:g}")
print(str(1.0), repr(0.1), "%.3f" % 2.0005, "%g" % 1e-7, "%e" % 12345.678, "%5.1f|" % 2.25)
for bad in (lambda: 1.0 / 0, lambda: 1.0 % 0, lambda: 1.0 // 0, lambda: float("x"), lambda: 0.0 ** -1):
    try:
        bad()
    except (ZeroDivisionError, ValueError) as e:
        print(type(e).__name__, e)
for bad2 in (lambda: int(inf), lambda: int(nan), lambda: round(inf)):
    try:
        bad2()
    except (OverflowError, ValueError) as e:
        print(type(e).__name__, e)
