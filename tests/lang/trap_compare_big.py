# test: lang
# Int and float comparison beyond 2**53, and bool as an int.
big = 2 ** 53
print(big == float(big), big + 1 == float(big), big + 1 > float(big), float(big) < big + 1)
print(9007199254740993 == 9007199254740992.0, 9223372036854775807 < 9223372036854775808.0)
print(9223372036854775807 == 9.223372036854775807e18, -9223372036854775808 == -9.223372036854775808e18)
print(True == 1, True == 1.0, True + True, sum([True, False, True]), hash(True) == hash(1), str(True), f"{True:d}")
print({1: "a"}[True], [10, 20][True], True < 2, max(True, 0))
print(1e300 > 5, float("inf") > 9223372036854775807, float("nan") < 1, float("nan") == float("nan"))
