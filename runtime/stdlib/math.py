# math
from weft.lowlevel import bits_float, float_abs, float_bits, float_floor, float_sqrt, float_to_int, int_to_float, native
from weft.core.number import float_as_int

pi = 3.141592653589793
e = 2.718281828459045
tau = 6.283185307179586
inf = 1e999
nan = 1e999 - 1e999


def _domain() -> None:
    raise ValueError("math domain error")


def _range() -> None:
    raise OverflowError("math range error")


def _is_finite(x: float) -> bool:
    return float_abs(x) < 1e999


def _number(x):
    # The argument as a float.
    if isinstance(x, float):
        return x
    if isinstance(x, int):
        return float(x)
    return x.__float__()


def _checked(x: float, result: float) -> float:
    # A result that is not a number from an argument that is one is a domain error.
    if result != result and x == x:
        _domain()
    return result


def _bounded(x: float, result: float) -> float:
    # An infinite result of a finite argument is a range error.
    if float_abs(result) == 1e999 and _is_finite(x):
        _range()
    return result


def sin(x):
    v = _number(x)
    return _checked(v, native("sin", v))


def cos(x):
    v = _number(x)
    return _checked(v, native("cos", v))


def tan(x):
    v = _number(x)
    return _checked(v, native("tan", v))


def asin(x):
    v = _number(x)
    return _checked(v, native("asin", v))


def acos(x):
    v = _number(x)
    return _checked(v, native("acos", v))


def atan(x):
    return native("atan", _number(x))


def atan2(y, x):
    return native("atan2", _number(y), _number(x))


def sinh(x):
    v = _number(x)
    return _bounded(v, native("sinh", v))


def cosh(x):
    v = _number(x)
    return _bounded(v, native("cosh", v))


def tanh(x):
    return native("tanh", _number(x))


def asinh(x):
    return native("asinh", _number(x))


def acosh(x):
    v = _number(x)
    return _checked(v, native("acosh", v))


def atanh(x):
    v = _number(x)
    if float_abs(v) == 1.0:
        _domain()
    return _checked(v, native("atanh", v))


def exp(x):
    v = _number(x)
    return _bounded(v, native("exp", v))


def exp2(x):
    v = _number(x)
    return _bounded(v, native("exp2", v))


def expm1(x):
    v = _number(x)
    return _bounded(v, native("expm1", v))


def _positive(x: float) -> None:
    if x <= 0.0:
        _domain()


def log(x, *base):
    v = _number(x)
    _positive(v)
    for b in base:
        w = _number(b)
        _positive(w)
        return native("log", v) / native("log", w)
    return native("log", v)


def log2(x):
    v = _number(x)
    _positive(v)
    return native("log2", v)


def log10(x):
    v = _number(x)
    _positive(v)
    return native("log10", v)


def log1p(x):
    v = _number(x)
    if v <= -1.0:
        _domain()
    return native("log1p", v)


def sqrt(x):
    v = _number(x)
    if v < 0.0:
        _domain()
    return float_sqrt(v)


def cbrt(x):
    return native("cbrt", _number(x))


def pow(x, y):
    a = _number(x)
    b = _number(y)
    result = native("pow", a, b)
    if result != result:
        if a == a and b == b:
            _domain()
    elif float_abs(result) == 1e999 and _is_finite(a) and _is_finite(b):
        if a == 0.0:
            _domain()
        _range()
    return result


def fmod(x, y):
    a = _number(x)
    b = _number(y)
    result = native("fmod", a, b)
    if result != result and a == a and b == b:
        _domain()
    return result


def hypot(*coordinates):
    values: list[float] = []
    for c in coordinates:
        values.append(float_abs(_number(c)))
    return _norm(values)


def dist(p, q):
    if len(p) != len(q):
        raise ValueError("both points must have the same number of dimensions")
    values: list[float] = []
    for x, y in zip(p, q):
        values.append(float_abs(_number(x) - _number(y)))
    return _norm(values)


def _norm(values: list[float]) -> float:
    # Euclidean norm as CPython computes it, to the last bit.
    largest = 0.0
    has_nan = False
    for v in values:
        has_nan = has_nan or v != v
        if v > largest:
            largest = v
    if largest == 1e999:
        return largest
    if has_nan:
        return nan
    if largest == 0.0 or len(values) <= 1:
        return largest
    exponent = native("frexp_exponent", largest)
    if exponent < -1023:
        smallest = 2.2250738585072014e-308
        return smallest * _scaled_norm([v / smallest for v in values], native("frexp_exponent", largest / smallest))
    return _scaled_norm(values, exponent)


def _scaled_norm(values: list[float], exponent: int) -> float:
    # Sums of squares with their rounding errors, then one correction of the root.
    scale = native("ldexp", 1.0, -exponent)
    total = 1.0
    error1 = 0.0
    error2 = 0.0
    error3 = 0.0
    for v in values:
        x = v * scale
        t = x * 134217729.0
        high = t - (t - x)
        low = x - high
        x = high * high
        before = total
        total += x
        error1 += (before - total) + x
        x = 2.0 * high * low
        before = total
        total += x
        error2 += (before - total) + x
        error3 += low * low
    root = float_sqrt(total - 1.0 + (error1 + error2 + error3))
    t = root * 134217729.0
    high = t - (t - root)
    low = root - high
    x = -high * high
    before = total
    total += x
    error1 += (before - total) + x
    x = -2.0 * high * low
    before = total
    total += x
    error2 += (before - total) + x
    x = -low * low
    before = total
    total += x
    error3 += (before - total) + x
    x = total - 1.0 + (error1 + error2 + error3)
    return (root + x / (2.0 * root)) / scale


def fabs(x):
    return float_abs(_number(x))


def copysign(x, y):
    return native("copysign", _number(x), _number(y))


def ldexp(x, i: int):
    v = _number(x)
    if v == 0.0 or not _is_finite(v):
        return v
    return _bounded(v, native("ldexp", v, 5000 if i > 5000 else (-5000 if i < -5000 else i)))


def frexp(x):
    v = _number(x)
    if v == 0.0 or not _is_finite(v):
        return (v, 0)
    return (native("frexp_mantissa", v), native("frexp_exponent", v))


def modf(x):
    v = _number(x)
    if float_abs(v) == 1e999:
        return (native("copysign", 0.0, v), v)
    whole = native("trunc", v)
    return (native("copysign", v - whole, v), whole)


def degrees(x):
    return _number(x) * (180.0 / pi)


def radians(x):
    return _number(x) * (pi / 180.0)


def erf(x):
    return native("erf", _number(x))


def erfc(x):
    return native("erfc", _number(x))


# ---- gamma: Lanczos' approximation with CPython's coefficients ----


def _lanczos_sum(x: float) -> float:
    above = [
        23531376880.41076,
        42919803642.6491,
        35711959237.35567,
        17921034426.03721,
        6039542586.352028,
        1439720407.3117216,
        248874557.86205417,
        31426415.585400194,
        2876370.6289353725,
        186056.26539522348,
        8071.672002365816,
        210.82427775157936,
        2.5066282746310002,
    ]
    below = [
        0.0,
        39916800.0,
        120543840.0,
        150917976.0,
        105258076.0,
        45995730.0,
        13339535.0,
        2637558.0,
        357423.0,
        32670.0,
        1925.0,
        66.0,
        1.0,
    ]
    a = 0.0
    b = 0.0
    for i in range(13):
        if x < 5.0:
            a = a * x + above[12 - i]
            b = b * x + below[12 - i]
        else:
            a = a / x + above[i]
            b = b / x + below[i]
    return a / b


def _sin_pi(x: float) -> float:
    y = native("fmod", x, 2.0)
    quarter = float_to_int(float_floor(2.0 * y + 0.5))
    if quarter == 0:
        return native("sin", pi * y)
    if quarter == 1:
        return native("cos", pi * (y - 0.5))
    if quarter == 2:
        return native("sin", pi * (1.0 - y))
    if quarter == 3:
        return -native("cos", pi * (y - 1.5))
    return native("sin", pi * (y - 2.0))


def _is_pole(x: float) -> bool:
    return x <= 0.0 and float_floor(x) == x


def gamma(x):
    v = _number(x)
    if v == -1e999 or (_is_finite(v) and _is_pole(v)):
        _domain()
    if not _is_finite(v):
        return v
    if float_floor(v) == v and v <= 23.0:
        product = 1.0
        factor = 2.0
        while factor < v:
            product *= factor
            factor += 1.0
        return product
    size = float_abs(v)
    if size < 1e-20:
        return _bounded(v, 1.0 / v)
    if size > 200.0:
        if v > 0.0:
            _range()
        return native("copysign", 0.0, -_sin_pi(size))
    return _bounded(v, _gamma(v, size))


def _gamma(x: float, size: float) -> float:
    y = size + 5.524680040776729583740234375
    if size > 5.524680040776729583740234375:
        z = (y - size) - 5.524680040776729583740234375
    else:
        z = (y - 5.524680040776729583740234375) - size
    z = z * 6.024680040776729583740234375 / y
    if x < 0.0:
        r = -pi / _sin_pi(size) / size * native("exp", y) / _lanczos_sum(size)
        r -= z * r
        if size < 140.0:
            return r / native("pow", y, size - 0.5)
        power = native("pow", y, size / 2.0 - 0.25)
        return r / power / power
    r = _lanczos_sum(size) / native("exp", y)
    r += z * r
    if size < 140.0:
        return r * native("pow", y, size - 0.5)
    power = native("pow", y, size / 2.0 - 0.25)
    return r * power * power


def lgamma(x):
    v = _number(x)
    if not _is_finite(v):
        return float_abs(v)
    if _is_pole(v):
        _domain()
    if v == 1.0 or v == 2.0:
        return 0.0
    size = float_abs(v)
    if size < 1e-20:
        return -native("log", size)
    r = native("log", _lanczos_sum(size)) - 6.024680040776729583740234375
    r += (size - 0.5) * (native("log", size + 6.024680040776729583740234375 - 0.5) - 1.0)
    if v < 0.0:
        r = 1.144729885849400174143427351353058711647 - native("log", float_abs(_sin_pi(size))) - native("log", size) - r
    return _bounded(v, r)


def isnan(x):
    v = _number(x)
    return v != v


def isinf(x):
    return float_abs(_number(x)) == 1e999


def isfinite(x):
    return _is_finite(_number(x))


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    if rel_tol < 0.0 or abs_tol < 0.0:
        raise ValueError("tolerances must be non-negative")
    x = _number(a)
    y = _number(b)
    if x == y:
        return True
    if float_abs(x) == 1e999 or float_abs(y) == 1e999:
        return False
    difference = float_abs(y - x)
    return difference <= float_abs(rel_tol * y) or difference <= float_abs(rel_tol * x) or difference <= abs_tol


def floor(x):
    if isinstance(x, float):
        return float_as_int(float_floor(x))
    if isinstance(x, int):
        return int(x)
    return x.__floor__()


def ceil(x):
    if isinstance(x, float):
        return float_as_int(native("ceil", x))
    if isinstance(x, int):
        return int(x)
    return x.__ceil__()


def trunc(x):
    if isinstance(x, float):
        return float_as_int(x)
    if isinstance(x, int):
        return int(x)
    return x.__trunc__()


# ---- integers ----


def isqrt(n: int) -> int:
    if n < 0:
        raise ValueError("isqrt() argument must be nonnegative")
    root = float_to_int(float_sqrt(int_to_float(n)))
    if root > 3037000499:
        root = 3037000499
    while root * root > n:
        root -= 1
    while root < 3037000499 and (root + 1) * (root + 1) <= n:
        root += 1
    return root


def _gcd(a: int, b: int) -> int:
    while b != 0:
        rest = a % b
        a = b
        b = rest
    return abs(a)


def gcd(*numbers: int) -> int:
    result = 0
    for n in numbers:
        result = _gcd(result, n)
    return result


def lcm(*numbers: int) -> int:
    result = 1
    for n in numbers:
        if n == 0:
            return 0
        result = abs(result // _gcd(result, n) * n)
    return result


def factorial(n: int) -> int:
    if n < 0:
        raise ValueError("factorial() not defined for negative values")
    result = 1
    while n > 1:
        result *= n
        n -= 1
    return result


def comb(n: int, k: int) -> int:
    if n < 0:
        raise ValueError("n must be a non-negative integer")
    if k < 0:
        raise ValueError("k must be a non-negative integer")
    if k > n:
        return 0
    if k > n - k:
        k = n - k
    result = 1
    i = 1
    while i <= k:
        # result * (n - k + i) is a multiple of i: divide first, so that nothing overflows but the result itself.
        factor = n - k + i
        common = _gcd(result, i)
        result = result // common * (factor // (i // common))
        i += 1
    return result


def perm(n: int, k: int | None = None) -> int:
    if k is None:
        return factorial(n)
    if n < 0:
        raise ValueError("n must be a non-negative integer")
    if k < 0:
        raise ValueError("k must be a non-negative integer")
    if k > n:
        return 0
    result = 1
    while k > 0:
        result *= n
        n -= 1
        k -= 1
    return result


def prod(items, *, start=1):
    result = start
    for x in items:
        result = result * x
    return result


def fsum(items):
    # Shewchuk's algorithm: the partial sums do not overlap, so that no bit is lost.
    partials: list[float] = []
    special = 0.0
    has_infinity = False
    for item in items:
        x = _number(item)
        if not _is_finite(x):
            has_infinity = has_infinity or x == x
            special += x
        else:
            _add_partial(partials, x)
    if special != 0.0 or special != special:
        if special != special and has_infinity:
            raise ValueError("-inf + inf in fsum")
        return special
    return _sum_partials(partials)


def _add_partial(partials: list[float], x: float) -> None:
    kept = 0
    i = 0
    while i < len(partials):
        y = partials[i]
        if float_abs(x) < float_abs(y):
            swap = x
            x = y
            y = swap
        high = x + y
        low = y - (high - x)
        if low != 0.0:
            partials[kept] = low
            kept += 1
        x = high
        i += 1
    while len(partials) > kept:
        partials.pop()
    if not _is_finite(x):
        raise OverflowError("intermediate overflow in fsum")
    if x != 0.0:
        partials.append(x)


def _sum_partials(partials: list[float]) -> float:
    n = len(partials)
    if n == 0:
        return 0.0
    n -= 1
    high = partials[n]
    low = 0.0
    while n > 0:
        x = high
        n -= 1
        y = partials[n]
        high = x + y
        low = y - (high - x)
        if low != 0.0:
            break
    # Half-even rounding across the last two partials.
    if n > 0 and ((low < 0.0 and partials[n - 1] < 0.0) or (low > 0.0 and partials[n - 1] > 0.0)):
        y = low * 2.0
        x = high + y
        if y == x - high:
            high = x
    return high


def nextafter(x, y):
    a = _number(x)
    b = _number(y)
    if a != a or b != b:
        return a + b
    if a == b:
        return b
    if a == 0.0:
        return native("copysign", 5e-324, b)
    bits = float_bits(a)
    return bits_float(bits + 1 if (a < b) == (a > 0.0) else bits - 1)


def ulp(x):
    v = float_abs(_number(x))
    if not _is_finite(v):
        return v
    if v == 1.7976931348623157e308:
        return v - nextafter(v, 0.0)
    return nextafter(v, 1e999) - v


def remainder(x, y):
    a = _number(x)
    b = _number(y)
    if a != a or b != b:
        return a + b
    if not _is_finite(a) or b == 0.0:
        _domain()
    if not _is_finite(b):
        return a
    size = float_abs(b)
    rest = native("fmod", float_abs(a), size)
    over = size - rest
    if rest > over or (rest == over and native("fmod", (float_abs(a) - rest) / size, 2.0) != 0.0):
        rest = rest - size
    return native("copysign", 1.0, a) * rest
