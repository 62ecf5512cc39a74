# The durations of datetime: days, seconds and microseconds, the last two never negative.
from _calendar import padded

DAY = 86400000000  # microseconds
MAX_DAYS = 999999999

# ---- whole numbers beyond 64 bits ---------------------------------------------------------

# Not negative, the lowest 10 bits first: a digit times 53 bits fits.
_BASE = 1024


def _digits(x: int) -> list[int]:
    digits: list[int] = []
    while x > 0:
        digits.append(x % _BASE)
        x //= _BASE
    return digits


def _multiply(digits: list[int], factor: int, carry: int) -> list[int]:
    result: list[int] = []
    for digit in digits:
        carry += digit * factor
        result.append(carry % _BASE)
        carry //= _BASE
    return result + _digits(carry)


def _divide(digits: list[int], divisor: int) -> tuple[list[int], int]:
    result = [0] * len(digits)
    rest = 0
    for i in range(len(digits) - 1, -1, -1):
        rest = rest * _BASE + digits[i]
        result[i] = rest // divisor
        rest %= divisor
    return result, rest


def _rounded(digits: list[int], divisor: int, is_more: bool) -> list[int]:
    # The quotient, half to even; the number is a little larger than the digits say if `is_more`.
    result, rest = _divide(digits, divisor)
    is_odd = len(result) > 0 and result[0] % 2 == 1
    if rest * 2 > divisor or (rest * 2 == divisor and (is_more or is_odd)):
        return _multiply(result, 1, 1)
    return result


# ---- durations ----------------------------------------------------------------------------


class _Sum:
    # Of days and microseconds, and what is below these.
    def __init__(self):
        self.days = 0
        self.micros = 0
        self.rest = 0.0

    def add(self, count: int, per_day: int, factor: int) -> None:
        self.days += count // per_day
        self.micros += count % per_day * factor

    def add_any(self, x, per_day, factor):
        if isinstance(x, float):
            self.add_float(x, per_day, factor)
        else:
            self.add(x, per_day, factor)

    def add_float(self, x: float, per_day: int, factor: int) -> None:
        whole = int(x)
        self.add(whole, per_day, factor)
        micros = (x - whole) * factor
        self.micros += int(micros)
        self.rest += micros - int(micros)

    def finish(self) -> None:
        if self.rest != 0.0:
            odd = self.micros % 2
            nearest = int(self.rest + (0.5 if self.rest > 0 else -0.5))
            if abs(nearest - self.rest) == 0.5:
                half = (self.rest + odd) * 0.5
                nearest = 2 * int(half + (0.5 if half > 0 else -0.5)) - odd
            self.micros += nearest
        self.days += self.micros // DAY
        self.micros %= DAY


class timedelta:
    __module__ = "datetime"
    _days: int
    _seconds: int
    _microseconds: int

    def __init__(self, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        total = _Sum()
        total.add_any(microseconds, DAY, 1)
        total.add_any(milliseconds, 86400000, 1000)
        total.add_any(seconds, 86400, 1000000)
        total.add_any(minutes, 1440, 60000000)
        total.add_any(hours, 24, 3600000000)
        total.add_any(days, 1, DAY)
        if isinstance(weeks, float):
            total.add_float(weeks, 1, 7 * DAY)
            total.days += int(weeks) * 6
        else:
            total.days += 7 * weeks
        total.finish()
        self._set(total.days, total.micros)

    def _set(self, days: int, micros: int) -> None:
        if days < -(2**31) or days >= 2**31:
            raise OverflowError("Python int too large to convert to C int")
        if days < -MAX_DAYS or days > MAX_DAYS:
            raise OverflowError("days=" + str(days) + "; must have magnitude <= " + str(MAX_DAYS))
        self._days = days
        self._seconds = micros // 1000000
        self._microseconds = micros % 1000000

    @property
    def days(self) -> int:
        return self._days

    @property
    def seconds(self) -> int:
        return self._seconds

    @property
    def microseconds(self) -> int:
        return self._microseconds

    def _micros(self) -> int:
        # Beside the days
        return self._seconds * 1000000 + self._microseconds

    def _total(self) -> int:
        return self._days * DAY + self._micros()

    def total_seconds(self) -> float:
        if -100000000 < self._days < 100000000:
            return self._total() / 1000000
        return self._days * 86400 + self._seconds + self._microseconds / 1000000

    def __repr__(self) -> str:
        parts: list[str] = []
        if self._days:
            parts.append("days=" + str(self._days))
        if self._seconds:
            parts.append("seconds=" + str(self._seconds))
        if self._microseconds:
            parts.append("microseconds=" + str(self._microseconds))
        return "datetime.timedelta(" + (", ".join(parts) if parts else "0") + ")"

    def __str__(self) -> str:
        minutes = self._seconds // 60
        text = str(minutes // 60) + ":" + padded(minutes % 60, 2, "0") + ":" + padded(self._seconds % 60, 2, "0")
        if self._microseconds:
            text += "." + padded(self._microseconds, 6, "0")
        if self._days:
            text = str(self._days) + (" day, " if abs(self._days) == 1 else " days, ") + text
        return text

    def __hash__(self) -> int:
        return hash((self._days, self._seconds, self._microseconds))

    def __bool__(self) -> bool:
        return self._days != 0 or self._seconds != 0 or self._microseconds != 0

    # ---- comparing ----

    def _key(self) -> tuple[int, int]:
        return self._days, self._micros()

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if isinstance(other, timedelta) else NotImplemented

    # ---- arithmetic ----

    def __add__(self, other):
        if isinstance(other, timedelta):
            return duration(self._days + other._days, self._micros() + other._micros())
        return NotImplemented

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return duration(self._days - other._days, self._micros() - other._micros())
        return NotImplemented

    def __neg__(self) -> timedelta:
        return duration(-self._days, -self._micros())

    def __pos__(self) -> timedelta:
        return self

    def __abs__(self) -> timedelta:
        return -self if self._days < 0 else self

    def __mul__(self, other):
        if isinstance(other, int):
            return duration(self._days * other, 0) + duration(0, self._seconds * other * 1000000) + duration(
                0, self._microseconds * other
            )
        if isinstance(other, float):
            return self._times(other)
        return NotImplemented

    def __rmul__(self, other):
        return self * other

    def _times(self, factor: float) -> timedelta:
        # Exact, then rounded.
        top, bottom = _ratio(factor)
        digits = _multiply(self._size(), abs(top), 0)
        return self._of_size(_shifted(digits, bottom), factor < 0.0)

    def _size(self) -> list[int]:
        positive = abs(self)
        return _multiply(_digits(positive._days), DAY, positive._micros())

    def _of_size(self, digits: list[int], negates: bool) -> timedelta:
        # Has the sign of this one, or the other.
        rest = digits
        days, micros = _divide(rest, DAY)
        count = 0
        for digit in reversed(days):
            count = min(count * _BASE + digit, 1 << 50)
        result = duration(count, micros)
        return -result if (self._days < 0) != negates else result

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._total() // other._total()
        if isinstance(other, int):
            if other == 0:
                raise ZeroDivisionError("integer division or modulo by zero")
            return self._divided(other, False)
        return NotImplemented

    def _divided(self, n: int, rounds: bool) -> timedelta:
        if n < 0:
            return (-self)._divided(-n, rounds)
        seconds = self._days % n * 86400 + self._seconds
        micros = seconds % n * 1000000 + self._microseconds
        days = self._days // n
        whole = micros // n
        rest = micros % n
        if rounds and (rest * 2 > n or (rest * 2 == n and whole % 2 == 1)):
            whole += 1
        return duration(days, seconds // n * 1000000 + whole)

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._total() / other._total()
        if isinstance(other, int):
            if other == 0:
                raise ZeroDivisionError("integer division or modulo by zero")
            return self._divided(other, True)
        if isinstance(other, float):
            return self._over(other)
        return NotImplemented

    def _over(self, divisor: float) -> timedelta:
        top, bottom = _ratio(divisor)
        if top == 0:
            raise ZeroDivisionError("integer division or modulo by zero")
        digits = self._size()
        while bottom > 0:
            step = min(bottom, 50)
            digits = _multiply(digits, 1 << step, 0)
            bottom -= step
        if bottom < 0:
            return self._of_size(_rounded(_shift_down(digits, -bottom)[0], abs(top), False), divisor < 0.0)
        return self._of_size(_rounded(digits, abs(top), False), divisor < 0.0)

    def __mod__(self, other):
        if isinstance(other, timedelta):
            return duration(0, self._total() % other._total())
        return NotImplemented

    def __divmod__(self, other):
        if isinstance(other, timedelta):
            return self // other, self % other
        return NotImplemented


def _ratio(x: float) -> tuple[int, int]:
    # x == top / 2 ** bottom, with 53 bits at most in top
    bottom = 0
    if x != x or x - x != 0.0:
        raise ValueError("cannot convert NaN to integer ratio") if x != x else OverflowError(
            "cannot convert Infinity to integer ratio"
        )
    while x != int(x) if abs(x) < 4503599627370496.0 else False:
        x *= 2.0
        bottom += 1
    while abs(x) > 9007199254740992.0:
        x /= 2.0
        bottom -= 1
    return int(x), bottom


def _shift_down(digits: list[int], bits: int) -> tuple[list[int], bool]:
    # Without the lowest bits, and whether these were not all 0.
    is_more = False
    while bits > 0:
        step = min(bits, 50)
        digits, rest = _divide(digits, 1 << step)
        is_more = is_more or rest != 0
        bits -= step
    return digits, is_more


def _shifted(digits: list[int], bits: int) -> list[int]:
    # Divided by 2 ** bits and rounded.
    if bits <= 0:
        while bits < 0:
            step = min(-bits, 50)
            digits = _multiply(digits, 1 << step, 0)
            bits += step
        return digits
    last = min(bits, 50)
    shorter, is_more = _shift_down(digits, bits - last)
    return _rounded(shorter, 1 << last, is_more)


def duration(days: int, micros: int) -> timedelta:
    result = timedelta()
    result._set(days + micros // DAY, micros % DAY)
    return result


timedelta.min = duration(-MAX_DAYS, 0)
timedelta.max = duration(MAX_DAYS, DAY - 1)
timedelta.resolution = duration(0, 1)
