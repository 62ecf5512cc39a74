# test: lang
# float: constructor, methods, rounding, special values, errors.
import math

print(float(), float("1.5"), float(" 2 "), float("1e3"), float("1_0.5"), float("-inf"), float("Infinity"), float("nan"), float("+.5"), float("5."), float(True), float(7))
for text in ["", "x", "1e", ".", "1__0", "0x10", "1,5", "infi", "- 1", "1e5.5", "nan()"]:
    try:
        print(float(text))
    except ValueError as e:
        print(e)
print((2.0).is_integer(), (2.5).is_integer(), float("inf").is_integer(), (0.75).as_integer_ratio(), (-0.5).as_integer_ratio(), (3.0).as_integer_ratio(), (1.5).hex(), (-0.1).hex(), (0.0).hex(), float.fromhex("0x1.8p1"), float.fromhex("-0x.8"), (1.5).conjugate(), (2.5).real, (2.5).imag)
for f in (float("inf"), float("nan")):
    try:
        print(f.as_integer_ratio())
    except (ValueError, OverflowError) as e:
        print(type(e).__name__, e)
print(round(0.5), round(1.5), round(2.5), round(-0.5), round(-1.5), round(2.675, 2), round(1.005, 2), round(0.15, 1), round(0.25, 1), round(0.35, 1), round(1234.5678, -2), round(5e15 + 0.5), round(1e22, 2), round(3.14159, 3), round(3.0), type(round(3.0)), type(round(3.0, 0)), round(-2.5, 0), round(1e-320, 320), round(5.5, None))
for f in (float("nan"), float("inf")):
    try:
        round(f)
    except (ValueError, OverflowError) as e:
        print(type(e).__name__, e)
print(round(float("inf"), 2), round(float("nan"), 1))
print(7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 7.5 % -2, divmod(-7.5, 2), 0.0 // 1, -0.0 // 1, 1e300 * 1e10, -1e300 * 1e10, 5.0 % float("inf"), -5.0 % float("inf"), 5.0 // float("inf"), -5.0 // float("inf"), -0.0 % 3, 0.0 % -3)
for f in (lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0.0, lambda: 0.0 ** -1, lambda: 10.0 ** 400, lambda: (-8.0) ** 2.0):
    try:
        print(f())
    except (ZeroDivisionError, OverflowError) as e:
        print(type(e).__name__, e)
print(2 ** 0.5, 2.0 ** 3, 2 ** -2, (-2.0) ** 3, 0.0 ** 0, 1 ** float("nan"), float("nan") ** 0, float("inf") ** -1, (-2) ** -3, 4 ** 0.5)
nan = float("nan")
print(nan == nan, nan != nan, nan < 1, nan in [nan], [nan] == [nan], max(nan, 1), max(1, nan), min(nan, 1), sorted([3.0, 1.0, 2]), 0.0 == -0.0, str(-0.0), 1e16, 1e15, 123456789012345678.0, 1e-4, 1e-5, 0.1 + 0.2, 1 / 3, 100.0, 1e100, 5e-324, 1.7976931348623157e308)
print(abs(-2.5), -(-0.0), +1.5, bool(0.0), bool(-0.0), bool(nan), int(2.9), hash(1.0) == hash(1), hash(0.5), hash(float("inf")), hash(-1.0), hash(1e300), 1.0 == 1, 2 ** 53 == float(2 ** 53), 2 ** 53 + 1 == float(2 ** 53), 2 ** 53 + 1 > float(2 ** 53))
print(math.floor(-1.5), math.ceil(-1.5), math.trunc(-1.5), math.fmod(-7, 3), math.copysign(1, -0.0), math.isclose(0.1 + 0.2, 0.3), math.gcd(12, 18), math.lcm(4, 6), math.isqrt(17), math.hypot(3, 4), math.inf, -math.inf, math.isnan(nan), math.isinf(-math.inf), math.fsum([0.1] * 10), math.prod([1, 2, 3]), math.factorial(10), math.comb(5, 2), math.perm(5, 2), math.frexp(8.0), math.ldexp(0.5, 4), math.modf(2.5))
