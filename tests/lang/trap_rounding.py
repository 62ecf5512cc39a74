# test: lang
# round: half to even, and decimal rounding that is exact.
print([round(x) for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.4999999, 3.5)])
print(round(2.675, 2), round(1.005, 2), round(0.125, 2), round(0.375, 2), round(-2.5, 0), round(1e22, 3))
print(round(15, -1), round(25, -1), round(-15, -1), round(149, -2), round(150, -2), round(7, 3))
print(round(5e-324, 5), round(1234567.891, -3), round(0.1 + 0.2, 15), type(round(2.0)).__name__)
