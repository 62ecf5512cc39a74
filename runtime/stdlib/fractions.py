# fractions: exact quotients of two ints.
from math import gcd

_MODULUS = 2305843009213693951


def _ratio(x):
    # (numerator, denominator) of an int, a Fraction or a float.
    if isinstance(x, Fraction):
        return x.numerator, x.denominator
    if isinstance(x, float):
        return x.as_integer_ratio()
    return int(x), 1


def _bad(text: str):
    raise ValueError("Invalid literal for Fraction: " + repr(text))


def _digits(text: str, whole: str) -> str:
    plain = text.replace("_", "")
    if not plain.isdecimal() or text[0] == "_" or text[-1] == "_" or "__" in text:
        _bad(whole)
    return plain


def _parsed(text: str) -> tuple[int, int]:
    body = text.strip()
    negative = body[:1] == "-"
    if body[:1] in ("-", "+"):
        body = body[1:]
    if body == "":
        _bad(text)
    if "/" in body:
        top, _, bottom = body.partition("/")
        if top == "" or bottom == "":
            _bad(text)
        n = int(_digits(top, text))
        d = int(_digits(bottom, text))
        if d == 0:
            raise ZeroDivisionError(f"Fraction({-n if negative else n}, 0)")
        return (-n if negative else n), d
    body, _, exponent = body.replace("E", "e").partition("e")
    whole, dot, decimals = body.partition(".")
    if whole == "" and decimals == "":
        _bad(text)
    n = int(_digits(whole, text)) if whole else 0
    d = 1
    if decimals:
        shown = _digits(decimals, text)
        d = int(10 ** len(shown))
        n = n * d + int(shown)
    if exponent:
        power = int(exponent)
        if power >= 0:
            n *= int(10**power)
        else:
            d *= int(10**-power)
    return (-n if negative else n), d


def _mod_product(a: int, b: int) -> int:
    # a * b modulo the prime, by squares: the product itself has too many bits.
    both = pow((a + b) % _MODULUS, 2, _MODULUS)
    twice = (both - pow(a, 2, _MODULUS) - pow(b, 2, _MODULUS)) % _MODULUS
    return twice // 2 if twice % 2 == 0 else (twice - _MODULUS) // 2 + _MODULUS


class Fraction:
    __slots__ = ("numerator", "denominator")
    _weft_compares = True

    def __init__(self, numerator=0, denominator=None):
        if isinstance(numerator, str):
            n, d = _parsed(numerator)
        else:
            n, d = _ratio(numerator)
        if denominator is not None:
            m, e = _ratio(denominator)
            if m == 0:
                raise ZeroDivisionError(f"Fraction({n}, 0)")
            n *= e
            d *= m
        common = gcd(n, d)
        if d < 0:
            common = -common
        self.numerator = n // common
        self.denominator = d // common

    @classmethod
    def from_float(cls, f):
        return cls(f)

    def as_integer_ratio(self):
        return (self.numerator, self.denominator)

    def limit_denominator(self, max_denominator: int = 1000000):
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self.denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self.numerator, self.denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        if 2 * (q0 + k * q1) <= self.denominator // d:  # the last convergent is as near as the one between
            return Fraction(p1, q1)
        return Fraction(p0 + k * p1, q0 + k * q1)

    def __repr__(self):
        return f"Fraction({self.numerator}, {self.denominator})"

    def __str__(self):
        return str(self.numerator) if self.denominator == 1 else f"{self.numerator}/{self.denominator}"

    def __hash__(self):
        inverse = pow(self.denominator, _MODULUS - 2, _MODULUS)
        if inverse == 0:
            h = 314159
        else:
            h = _mod_product(abs(self.numerator) % _MODULUS, inverse)
        h = -h if self.numerator < 0 else h
        return -2 if h == -1 else h

    # ---- arithmetic ----

    def __add__(self, other):
        if isinstance(other, float):
            return float(self) + other
        n, d = _ratio(other)
        return Fraction(self.numerator * d + n * self.denominator, self.denominator * d)

    def __radd__(self, other):
        return self + other

    def __sub__(self, other):
        if isinstance(other, float):
            return float(self) - other
        n, d = _ratio(other)
        return Fraction(self.numerator * d - n * self.denominator, self.denominator * d)

    def __rsub__(self, other):
        return -self + other

    def __mul__(self, other):
        if isinstance(other, float):
            return float(self) * other
        n, d = _ratio(other)
        return Fraction(self.numerator * n, self.denominator * d)

    def __rmul__(self, other):
        return self * other

    def __truediv__(self, other):
        if isinstance(other, float):
            return float(self) / other
        n, d = _ratio(other)
        if n == 0:
            raise ZeroDivisionError(f"Fraction({self.numerator * d}, 0)")
        return Fraction(self.numerator * d, self.denominator * n)

    def __rtruediv__(self, other):
        if isinstance(other, float):
            return other / float(self)
        n, d = _ratio(other)
        if self.numerator == 0:
            raise ZeroDivisionError(f"Fraction({n * self.denominator}, 0)")
        return Fraction(n * self.denominator, d * self.numerator)

    def __floordiv__(self, other):
        if isinstance(other, float):
            return float(self) // other
        n, d = _ratio(other)
        return (self.numerator * d) // (self.denominator * n)

    def __rfloordiv__(self, other):
        if isinstance(other, float):
            return other // float(self)
        n, d = _ratio(other)
        return (n * self.denominator) // (d * self.numerator)

    def __mod__(self, other):
        if isinstance(other, float):
            return float(self) % other
        n, d = _ratio(other)
        return Fraction((self.numerator * d) % (n * self.denominator), self.denominator * d)

    def __rmod__(self, other):
        if isinstance(other, float):
            return other % float(self)
        n, d = _ratio(other)
        return Fraction((n * self.denominator) % (self.numerator * d), self.denominator * d)

    def __divmod__(self, other):
        return (self // other, self % other)

    def __pow__(self, other):
        if isinstance(other, float):
            return float(self) ** other
        if other >= 0:
            return Fraction(int(self.numerator**other), int(self.denominator**other))
        if self.numerator == 0:
            raise ZeroDivisionError(f"Fraction({self.denominator ** -other}, 0)")
        return Fraction(int(self.denominator**-other), int(self.numerator**-other))

    def __rpow__(self, other):
        if self.denominator == 1 and self.numerator >= 0:
            return other**self.numerator
        return other ** float(self)

    def __neg__(self):
        return Fraction(-self.numerator, self.denominator)

    def __pos__(self):
        return Fraction(self.numerator, self.denominator)

    def __abs__(self):
        return Fraction(abs(self.numerator), self.denominator)

    # ---- conversions ----

    def __bool__(self):
        return self.numerator != 0

    def __float__(self):
        return self.numerator / self.denominator

    def __int__(self):
        return self.__trunc__()

    def __trunc__(self):
        if self.numerator < 0:
            return -(-self.numerator // self.denominator)
        return self.numerator // self.denominator

    def __floor__(self):
        return self.numerator // self.denominator

    def __ceil__(self):
        return -(-self.numerator // self.denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            floor = self.numerator // self.denominator
            rest = self.numerator % self.denominator
            if rest * 2 < self.denominator:
                return floor
            if rest * 2 > self.denominator:
                return floor + 1
            return floor if floor % 2 == 0 else floor + 1
        shift = int(10 ** abs(ndigits))
        if ndigits > 0:
            return Fraction(round(self * shift), shift)
        return Fraction(round(self / shift) * shift)

    # ---- comparisons ----

    def _difference(self, other) -> int:
        n, d = _ratio(other)
        return self.numerator * d - n * self.denominator

    def __eq__(self, other):
        if isinstance(other, float):
            return float(self) == other
        if isinstance(other, (int, Fraction)):
            n, d = _ratio(other)
            return self.numerator == n and self.denominator == d
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, float):
            return float(self) < other
        return self._difference(other) < 0

    def __le__(self, other):
        if isinstance(other, float):
            return float(self) <= other
        return self._difference(other) <= 0

    def __gt__(self, other):
        if isinstance(other, float):
            return float(self) > other
        return self._difference(other) > 0

    def __ge__(self, other):
        if isinstance(other, float):
            return float(self) >= other
        return self._difference(other) >= 0


Fraction.__module__ = "fractions"
