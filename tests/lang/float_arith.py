# test: lang
# Mixed arithmetic, special values, signs of zero.

inf = float("inf")
nan = float("nan")
print(1 + 0.5, 3 - 0.5, 2 * 0.25, 7 / 2, 6 / 3, -7 / 2, 0 / 5, 1e3 + 1)
print(inf + 1, inf - inf, inf * 0, -inf, inf > 1e308, nan == nan, nan != nan, nan < 1, not nan < 1)
print(0.0 == -0.0, str(-0.0), -0.0 + 0.0, 0.0 - 0.0, -0.0 - 0.0, 0.0 * -1, abs(-0.0), -0.0 + 0)
print(2.0**3, 2**0.5, 4**0.5, 2.0**-1, 0.0**0, (-8.0) ** 3, 10.0**20, 1e200 * 1e200, inf**0, (-2.0) ** 2)
print(int(2.7), int(-2.7), float(3), float("1e3"), float(" 2.5 "), float("-.5"), float("1_0.5"), float(True), float())
print(9007199254740993 * 1.0, 2**62 / 3, 9223372036854775807 / 2, 1 / 9007199254740993, 7 / 10**15)
print(2.0.is_integer(), (2.5).is_integer(), 1e300 == 1e300, 0.1 + 0.2 == 0.3)
print([x for x in (1.5, inf, -inf, 0.0) if x > 0], min(1.5, 2), max(1.5, 2), sorted([2.5, -1.0, 2.0]))
try:
    print(10.0**400)
except OverflowError as e:
    print("OverflowError:", e)
try:
    print(int(inf))
except OverflowError as e:
    print("OverflowError:", e)
try:
    print(int(nan))
except ValueError as e:
    print("ValueError:", e)
