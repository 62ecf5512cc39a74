# test: lang
# round of ints and floats: half to even, exact decimal rounding.

for x in (0.5, 1.5, 2.5, -0.5, -1.5, -2.5, 2.4999999, 1e15 + 0.5, 4503599627370497.5):
    print(x, round(x))
print(round(2.675, 2), round(1.005, 2), round(0.125, 2), round(0.375, 2), round(1234.5678, -2), round(-1.25, 1))
print(round(5), round(15, -1), round(25, -1), round(-15, -1), round(149, -2), round(150, -2), round(250, -2), round(7, 3))
print(round(1.0), round(1.0, 0), round(2.5, 0), round(3.5, 0), round(-0.4), round(-0.4, 0))
print(round(True), round(1e300, 5), round(123456789.123456789, 4), round(5e-324, 3), round(0.1 + 0.2, 16))
print(round(1.5) == 2, round(0.5) == 0, type(round(1.5)).__name__, type(round(1.5, 1)).__name__)
print(round(2.5, None), round(9.995, 2), round(1e22, -21), round(55.55, 1), round(0.05, 1), round(0.15, 1))
try:
    print(round(float("nan")))
except ValueError as e:
    print("ValueError:", e)
try:
    print(round(float("inf")))
except OverflowError as e:
    print("OverflowError:", e)
