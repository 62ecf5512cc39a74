# test: lang
# math: every function, its corner cases and its messages.
import math
print(math.comb(10, 3), math.perm(5, 2), math.perm(5), math.isqrt(99), math.gcd(12, 18, 27), math.gcd(), math.lcm(4, 6, 10), math.lcm())
print(math.prod([1, 2, 3], start=2), math.prod([1.5, 2]), math.dist([1, 2], [4, 6]), math.dist((0, 0, 0), (1, 1, 1)), math.hypot(3, 4, 12), math.hypot())
print(math.fsum([0.1] * 10), math.nextafter(1, 2), math.ulp(1.0), math.log(8, 2), math.log(100, 10), math.log2(8), math.log10(1000), math.log1p(1e-10), math.expm1(1e-10))
print(math.pow(2, 0.5), math.pow(0.0, 0), math.inf, math.nan, math.tau, math.e, math.pi)
print(math.modf(2.5), math.modf(-2.5), math.frexp(8), math.ldexp(0.5, 4), math.copysign(1, -0.0), math.fmod(-7, 3), math.remainder(7, 4), math.trunc(-2.7), math.ceil(2.1), math.floor(-2.1))
print(math.gamma(5), math.lgamma(10), math.erf(0.5), math.erfc(0.5), math.cbrt(27), math.exp2(3), math.degrees(math.pi), math.radians(180), math.isclose(1, 1 + 1e-10), math.isclose(1, 1.1, rel_tol=0.2), math.isclose(0, 1e-9, abs_tol=1e-8))
print(math.sinh(1), math.asinh(1), math.acosh(2), math.atanh(0.5), math.atan2(1, -1), math.factorial(10), math.isfinite(1), math.isinf(math.inf), math.isnan(math.nan))
for f in [lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.log(-1.0), lambda: math.exp(1000), lambda: math.pow(0, -1), lambda: math.acos(2), lambda: math.fmod(1, 0), lambda: math.pow(-8, 1/3), lambda: math.gamma(-1), lambda: math.log(2, 1), lambda: math.log(2, 0), lambda: math.pow(10, 400), lambda: math.cosh(1000), lambda: math.atanh(1), lambda: math.log10(0), lambda: math.log2(-1), lambda: math.log1p(-1), lambda: math.ldexp(1.0, 5000), lambda: math.sin(math.inf), lambda: math.lgamma(0), lambda: math.remainder(1, 0)]:
    try:
        print(f())
    except (ValueError, OverflowError, ZeroDivisionError) as e:
        print(type(e).__name__, e)
for f in [lambda: math.factorial(-1), lambda: math.comb(-1, 2), lambda: math.comb(3, -1), lambda: math.perm(2, -1), lambda: math.isqrt(-1), lambda: math.floor(math.inf), lambda: math.ceil(math.nan), lambda: math.trunc(math.inf), lambda: math.perm(2, 3), lambda: math.comb(2, 3)]:
    try:
        print(f())
    except (ValueError, OverflowError) as e:
        print(type(e).__name__, e)
