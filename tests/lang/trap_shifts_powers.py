# test: lang
# Shifts by large and negative counts; powers with negative exponents are floats.
print(1 << 62, -1 << 62, 5 >> 70, -5 >> 70, -1 >> 200, 0 << 1000, True << 3)
for n in (-1, -70):
    try:
        print(1 >> n)
    except ValueError as e:
        print(e)
    try:
        print(1 << n)
    except ValueError as e:
        print(e)
print(2 ** -1, (-2) ** -3, 0 ** 0, 10 ** -2, (-1) ** -1, 2 ** 10)
try:
    print(0 ** -1)
except ZeroDivisionError as e:
    print(e)
