# test: lang
# Floor division and modulo of negatives, of floats, divmod.
for a in (7, -7):
    for b in (3, -3):
        print(a // b, a % b, divmod(a, b), a - (a // b) * b == a % b)
for x in (7.5, -7.5, 0.0, -0.0):
    for y in (2.0, -2.0, 0.3):
        print(x // y, x % y, divmod(x, y))
print(-1 // 2, -1 % 2, 1 // -2, 1 % -2, True // 2, -True % 2)
print(5.5 // 1, -5.5 // 1, 5 % -0.75, 1e308 % 3.0, -1e-300 % 1.0)
