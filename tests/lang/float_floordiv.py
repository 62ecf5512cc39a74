# test: lang
# Floor division and modulo of floats.


def show(a, b):
    print(a, b, a // b, a % b, divmod(a, b))


for a in (7.5, -7.5, 0.0, -0.0, 1.0, 6.0, -6.0, 1e-20, -1e-20, 0.3):
    for b in (2.0, -2.0, 0.1, 3.0):
        show(a, b)
print(7 // 2.0, -7 // 2.0, 7.0 // 2, 7 % -3.0, -7 % 3.0, 5.5 % 1, -5.5 % 1)
inf = float("inf")
print(5.0 // inf, -5.0 // inf, 5.0 % inf, -5.0 % inf, 5.0 % -inf, inf // 2.0, inf % 2.0)
x = 10.0
x //= 3
print(x)
x %= 2
print(x)
x /= 4
print(x)
