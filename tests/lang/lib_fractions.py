# test: lang
# fractions: making, arithmetic with ints and floats, comparisons, rounding.
import math
from fractions import Fraction

half, third = Fraction(1, 2), Fraction(1, 3)
print(half, repr(third), Fraction(6, -4), Fraction("3/9"), Fraction("-1.25"), Fraction(0.75), Fraction(" 7 "), Fraction("1e-3"), Fraction(5), Fraction())
print(half + third, half - third, half * third, half / third, half // third, half % third, half**3, half**-2, -half, abs(-third), +half)
print(half + 1, 1 - half, 2 * third, 1 / third, 7 // third, 3 % Fraction(2, 3), half + 0.25, 1.5 * half, half**0.5, 2**half, 4 ** Fraction(2))
print(half == Fraction(2, 4), half == 0.5, half == 1, Fraction(4, 2) == 2, half != third, third < half, half <= 0.5, half > 1, 0 < third < 1, half == "x")
print(float(third), int(Fraction(-7, 2)), round(Fraction(5, 2)), round(Fraction(7, 2)), round(Fraction(22, 7), 2), math.floor(Fraction(-7, 2)), math.ceil(Fraction(-7, 2)), math.trunc(Fraction(-7, 2)))
print(Fraction(3.141592653589793).limit_denominator(1000), Fraction("0.3333").limit_denominator(10), third.numerator, third.denominator, third.as_integer_ratio())
print(sum([Fraction(1, n) for n in range(1, 11)], Fraction(0)), max(half, third), sorted([half, third, Fraction(3, 4)]), bool(Fraction(0)), divmod(Fraction(7, 2), 2))
print(hash(Fraction(4, 2)) == hash(2), hash(half) == hash(0.5), hash(Fraction(-1, 4)) == hash(-0.25), hash(third), len({half, Fraction(2, 4), third}), {half: "h"}[Fraction(1, 2)])
for bad in ["1/0", "x", "1/", "1.2.3", ""]:
    try:
        print(Fraction(bad))
    except (ValueError, ZeroDivisionError) as e:
        print(type(e).__name__, e)
for f in (lambda: half / 0, lambda: Fraction(1, 0), lambda: 1 / Fraction(0)):
    try:
        print(f())
    except ZeroDivisionError as e:
        print("ZeroDivisionError:", e)


def egyptian(f):
    while f > 0:
        n = math.ceil(1 / f)
        yield Fraction(1, n)
        f -= Fraction(1, n)


print([str(f) for f in egyptian(Fraction(4, 13))], f"{half} of {third}", Fraction(10, 4) in [Fraction(5, 2)])
x = Fraction(1)
for _ in range(5):
    x = (x + 2 / x) / 2
    if x.denominator > 1000:
        break
print(x, float(x))
