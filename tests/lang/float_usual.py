# test: lang
# Floats whose texts are made in integers: edges of the range, ties, powers of two and of ten, and the way back.
EDGES = [999999999999999.0, 999999999999999.9, 999999999999999.875, 1e15, 1e14, 1e-5]
EDGES += [9.999999999999999e-6, 1.0000000000000002e-5]
TIES = [913939265889325.25, 919860917087719.75, 97456735059482.375, 4503599627370496.5, 0.5, 0.125, 2.5, 1.5]
for x in EDGES + TIES:
    print(x, -x, repr(x), float(str(x)) == x, x / 3, x * 3, x / 10, x * 10)
power = 1e-8
for i in range(40):
    print(i, power, power * 1.5, power / 7, power * 1.1, power * 0.9999999999999999, float(repr(power / 7)) == power / 7)
    power *= 10 if i % 2 else 2
TEXTS = ["0", "00", "1.", ".5", "12.50", "007.25", "123456789012345", "1234567890123456", "12345678901234.5"]
TEXTS += ["0.000000000000001", "-1.5", "+2.", "1e3", " 7.5 ", "1_0.5", ".", "", "1.2.3", "-", "5-"]
for text in TEXTS:
    try:
        print(repr(text), float(text))
    except ValueError as error:
        print(error)
for n in [1, 7, 10, 99, 123456789]:
    print(n / 100, n / 1000, n * 0.01, n + 0.1, n / 3)
s = "hello wörld"
for t in [s, s[:6], "ab", "a", ""]:
    print(t[::-1], t[::2], t[1::3], t[-2::-2], t[5:0:-1], t[3:3:-1], len(t[::-1]))
