# test: lang
# The module math.

import math

print(math.pi, math.e, math.inf, math.nan, math.tau)
print(math.sqrt(2), math.sqrt(16), math.sin(1), math.cos(1), math.tan(1), math.exp(1), math.log(10), math.log10(1000))
print(math.floor(2.7), math.floor(-2.7), math.ceil(2.1), math.ceil(-2.1), math.trunc(-2.9), math.fabs(-3))
print(math.atan2(1, -1), math.hypot(3, 4), math.pow(2, 10), math.fmod(-7, 3), math.log2(8), math.log(8, 2))
print(math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1.0), math.copysign(3, -0.0), math.gcd(12, 18))
print(math.degrees(math.pi), math.radians(180), math.asin(1), math.acos(0), math.atan(1), math.sinh(1))
print(math.modf(3.25), math.frexp(10.0), math.ldexp(0.5, 4), math.factorial(10), math.isqrt(99), math.floor(5))
for bad in (-1.0, -0.5):
    try:
        print(math.sqrt(bad))
    except ValueError as e:
        print("ValueError:", e)
try:
    print(math.log(0))
except ValueError as e:
    print("ValueError:", e)
try:
    print(math.exp(1000))
except OverflowError as e:
    print("OverflowError:", e)
f = math.sqrt
print(f(9), [g(0.5) for g in (math.sin, math.cos)])
