# test: lang
# An int and a float are compared exactly, also beyond 2**53.

big = 2**53
print(big + 1 == float(big), big == float(big), big + 1 > float(big), float(big) < big + 1, float(big) >= big + 1)
print(float(big + 1) == big, float(big + 2) == big + 2, float(2**60 + 1) == 2**60 + 1, 2**60 == float(2**60))
top = 9223372036854775807
edge = 9223372036854775808.0
print(top < edge, top == edge, top >= edge, edge > top, -top - 1 == -edge, -top > -edge, -top - 1 < -edge)
inf = float("inf")
nan = float("nan")
for x in (0, 1, -1, top, -top - 1):
    print(x < inf, x > -inf, x == inf, x < nan, x > nan, x == nan, x != nan, nan <= x)
print(1 == 1.0, 0 == -0.0, 1 < 1.5, -1 > -1.5, 3 >= 3.0, True == 1.0, False < 0.5)
numbers = [big + 1, big, big - 1]
print([n > 9007199254740992.0 for n in numbers], max(big + 1, float(big)), min(big - 1, float(big)))
