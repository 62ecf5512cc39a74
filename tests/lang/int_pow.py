# test: lang
# ** of ints is an int for exponents from zero, else a float.


def power(a, b):
    return a**b


for a in (-3, -2, -1, 0, 1, 2, 3, 10):
    for b in (0, 1, 2, 3, 5):
        print(a, b, power(a, b))
print(2**-1, 10**-2, (-2) ** -3, 1**-5, 4**-1)
print(-(2**2), (-2) ** 2, -(2**2), 2**3**2, 2**-(1 + 1))
print(2**62, (-2) ** 63, 3**39, 7**22)
try:
    print(0 ** -(len("a")))
except ZeroDivisionError as e:
    print("ZeroDivisionError:", e)
print(pow(2, 10), pow(3, 4, 5), pow(7, 100, 13), pow(-3, 3, 7), pow(5, 0, 1))
x = 3
x **= 4
print(x)
