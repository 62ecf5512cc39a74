# int, float, bool and None: methods, conversions and hashes.
from weft.lowlevel import (
    array_addr,
    array_copy,
    bits_float,
    bool_to_int,
    by_arity,
    by_method,
    byte_get,
    byte_len,
    byte_set,
    float_abs,
    float_bits,
    float_floor,
    float_mul,
    float_sub,
    float_to_int,
    int_add_ovf,
    int_mul_ovf,
    int_neg_ovf,
    int_rem,
    int_shl,
    int_shr,
    int_sub_ovf,
    int_to_float,
    int_ult,
    int_ushr,
    native,
    new_str,
    primitive,
    scalar_float,
    scalar_int,
    scalar_tag,
    str_shift,
)
from weft.core.sequence import slice_start, slice_stop
from weft.core.limits import INFINITY, MIN_INT, TAG_FLOAT, TAG_NONE, TWO63
from weft.core.bytes import bytearray, bytes, bytes_argument, bytes_of, raw
from weft.core.exceptions import fatal_overflow
from weft.core.format import format_float, format_int
from weft.core.text import StringBuilder, char_at, int_str, substring, uint_digits
from weft.core.unicode import digit_value, is_space

__wrapping__ = True

HASH_BITS = 61
HASH_MODULUS = 2305843009213693951


def _int_of(x):
    return x.__int__()


def _float_of(x):
    return x.__float__()


@primitive("int")
class int:
    def __new__(cls, x=0, base=None):
        if base is not None:
            return _int_with_base(x, base)
        if isinstance(x, str):
            return parse_int(x, 10)
        if isinstance(x, float):
            return float_as_int(x)
        if isinstance(x, bool):
            return bool_to_int(x)
        if isinstance(x, int):
            return x
        if x is None:
            raise TypeError(
                "int() argument must be a string, a bytes-like object or a real number, not 'NoneType'"
            )
        if isinstance(x, (bytes, bytearray)):
            return int_of_bytes(x, 10)
        return by_method(x, "__int__", _int_of, lambda other: other.__index__())

    def __str__(self: int) -> str:
        return int_str(self)

    def __repr__(self: int) -> str:
        return int_str(self)

    def __format__(self: int, spec: str) -> str:
        return format_int(self, spec)

    def __hash__(self: int) -> int:
        return hash_int(self)

    def __bool__(self: int) -> bool:
        return self != 0

    def __abs__(self: int) -> int:
        return int_neg_ovf(self) if self < 0 else self

    def __int__(self: int) -> int:
        return self

    def __index__(self: int) -> int:
        return self

    def __float__(self: int) -> float:
        return int_to_float(self)

    def bit_length(self: int) -> int:
        rest = -self if self < 0 else self
        size = 0
        while rest != 0:
            rest = int_ushr(rest, 1)
            size += 1
        return size

    def bit_count(self: int) -> int:
        rest = -self if self < 0 else self
        count = 0
        while rest != 0:
            rest &= rest - 1
            count += 1
        return count

    def conjugate(self: int) -> int:
        return self

    def as_integer_ratio(self: int) -> tuple[int, int]:
        return (self, 1)

    @property
    def real(self: int) -> int:
        return self

    @property
    def imag(self: int) -> int:
        return 0

    @property
    def numerator(self: int) -> int:
        return self

    @property
    def denominator(self: int) -> int:
        return 1

    def to_bytes(self: int, length: int = 1, byteorder: str = "big", *, signed: bool = False) -> bytes:
        return bytes_of(int_bytes(self, length, byteorder, signed))

    @staticmethod
    def from_bytes(bytes, byteorder="big", *, signed=False):
        return bytes_int(bytes_argument(bytes), byteorder, signed)


@primitive("bool")
class bool:
    def __new__(cls, x=False):
        return not not x

    def __str__(self: bool) -> str:
        return "True" if self else "False"

    def __repr__(self: bool) -> str:
        return "True" if self else "False"

    def __format__(self: bool, spec: str) -> str:
        if spec == "":
            return "True" if self else "False"
        return format_int(bool_to_int(self), spec, "bool")

    def __hash__(self: bool) -> int:
        return bool_to_int(self)

    def __bool__(self: bool) -> bool:
        return self

    def __abs__(self: bool) -> int:
        return bool_to_int(self)

    def __int__(self: bool) -> int:
        return bool_to_int(self)

    def __index__(self: bool) -> int:
        return bool_to_int(self)

    def bit_length(self: bool) -> int:
        return bool_to_int(self)

    def bit_count(self: bool) -> int:
        return bool_to_int(self)

    def conjugate(self: bool) -> int:
        return bool_to_int(self)

    def as_integer_ratio(self: bool) -> tuple[int, int]:
        return (bool_to_int(self), 1)

    def to_bytes(self: bool, length: int = 1, byteorder: str = "big", *, signed: bool = False) -> bytes:
        return bytes_of(int_bytes(bool_to_int(self), length, byteorder, signed))

    @property
    def real(self: bool) -> int:
        return bool_to_int(self)

    @property
    def imag(self: bool) -> int:
        return 0

    @property
    def numerator(self: bool) -> int:
        return bool_to_int(self)

    @property
    def denominator(self: bool) -> int:
        return 1


@primitive("NoneType")
class NoneType:
    def __str__(self: None) -> str:
        return "None"

    def __repr__(self: None) -> str:
        return "None"

    def __format__(self: None, spec: str) -> str:
        if spec != "":
            raise TypeError("unsupported format string passed to NoneType.__format__")
        return "None"

    def __hash__(self: None) -> int:
        return 581859

    def __bool__(self: None) -> bool:
        return False


class ellipsis:
    # What `...` is: there is one object.
    __slots__ = ()

    def __repr__(self) -> str:
        return "Ellipsis"


@primitive("float")
class float:
    def __new__(cls, x=0.0):
        if isinstance(x, str):
            return parse_float(x)
        if isinstance(x, float):
            return x
        if isinstance(x, bool):
            return int_to_float(bool_to_int(x))
        if isinstance(x, int):
            return int_to_float(x)
        if x is None:
            raise TypeError("float() argument must be a string or a real number, not 'NoneType'")
        if isinstance(x, (bytes, bytearray)):
            return float_of_bytes(x)
        return by_method(x, "__float__", _float_of, lambda other: int_to_float(other.__index__()))

    def __str__(self: float) -> str:
        return float_str(self)

    def __repr__(self: float) -> str:
        return float_str(self)

    def __format__(self: float, spec: str) -> str:
        return format_float(self, spec)

    def __hash__(self: float) -> int:
        return hash_float(self)

    def __bool__(self: float) -> bool:
        return self != 0.0

    def __abs__(self: float) -> float:
        return float_abs(self)

    def __int__(self: float) -> int:
        return float_as_int(self)

    def __float__(self: float) -> float:
        return self

    def __trunc__(self: float) -> int:
        return float_as_int(self)

    def __floor__(self: float) -> int:
        return float_as_int(float_floor(self))

    def __ceil__(self: float) -> int:
        return float_as_int(native("ceil", self))

    def is_integer(self: float) -> bool:
        return float_abs(self) != INFINITY and float_floor(self) == self

    def conjugate(self: float) -> float:
        return self

    def as_integer_ratio(self: float) -> tuple[int, int]:
        if self != self:
            raise ValueError("cannot convert NaN to integer ratio")
        if float_abs(self) == INFINITY:
            raise OverflowError("cannot convert Infinity to integer ratio")
        below = 1
        while float_floor(self) != self:
            self = float_mul(self, 2.0)
            below = int_mul_ovf(below, 2)
        return (float_as_int(self), below)

    def hex(self: float) -> str:
        return _float_hex(self)

    @staticmethod
    def fromhex(text: str) -> float:
        return hex_float(text)

    @property
    def real(self: float) -> float:
        return self

    @property
    def imag(self: float) -> float:
        return 0.0


@primitive("object")
class object:
    def __init__(self) -> None:
        pass

    def __reversed__(self):
        return reversed_sequence(self)

    def __getslice__(self, start, stop, step):
        return self[slice(start, stop, step)]

    def __setslice__(self, start, stop, step, value):
        self[slice(start, stop, step)] = value

    def __delslice__(self, start, stop, step):
        del self[slice(start, stop, step)]


class slice:
    # What a class of the program gets as the index of x[a:b:c].
    start: int | None
    stop: int | None
    step: int | None

    def __init__(self, *args):
        by_arity(args, _slice_arguments, self._to, self._between, self._of)

    def _to(self, stop: int | None) -> None:
        self.start = None
        self.stop = stop
        self.step = None

    def _between(self, start: int | None, stop: int | None) -> None:
        self.start = start
        self.stop = stop
        self.step = None

    def _of(self, args):
        self.start, self.stop, self.step = args

    def __eq__(self, other: slice) -> bool:
        return self.start == other.start and self.stop == other.stop and self.step == other.step

    def __ne__(self, other: slice) -> bool:
        return not self == other

    def __repr__(self) -> str:
        return "slice(" + str(self.start) + ", " + str(self.stop) + ", " + str(self.step) + ")"

    def indices(self, length: int) -> tuple[int, int, int]:
        step = self.step
        if step is None:
            step = 1
        return slice_start(self.start, step, length), slice_stop(self.stop, step, length), step


def _slice_arguments() -> None:
    raise TypeError("slice expected at least 1 argument, got 0")


class reversed_sequence:
    # reversed(x) of a class that has __len__ and __getitem__ only.
    def __init__(self, items):
        self._items = items
        self._at = len(items)

    def __iter__(self):
        return self

    def __next__(self):
        if self._at <= 0:
            raise StopIteration
        self._at -= 1
        return self._items[self._at]


# ---- conversions ----


def _is_little(byteorder: str) -> bool:
    if byteorder != "little" and byteorder != "big":
        raise ValueError("byteorder must be either 'little' or 'big'")
    return byteorder == "little"


def int_bytes(x: int, length: int, byteorder: str, signed: bool) -> str:
    is_little = _is_little(byteorder)
    if length < 0:
        raise ValueError("length argument must be non-negative")
    if x < 0 and not signed:
        raise OverflowError("can't convert negative int to unsigned")
    bits = length * 8 - (1 if signed else 0)
    if length < 8 and (bits < 0 or int_shr(x, bits) != (-1 if x < 0 else 0)) and not (bits < 0 and x == 0):
        raise OverflowError("int too big to convert")
    out = new_str(length, 0)
    i = 0
    while i < length:
        byte_set(out, i if is_little else length - 1 - i, x & 255)
        x = int_shr(x, 8)
        i += 1
    return out


def bytes_int(text: str, byteorder: str, signed: bool) -> int:
    is_little = _is_little(byteorder)
    n = byte_len(text)
    value = 0
    top = 0
    i = 0
    while i < n:
        b = byte_get(text, i if is_little else n - 1 - i)
        if i < 8:
            value |= int_shl(b, 8 * i)
        elif b != (255 if signed and value < 0 else 0):
            fatal_overflow()
        top = b
        i += 1
    if signed and top >= 128:
        return value | int_shl(-1, 8 * n) if n < 8 else value
    if value < 0:
        fatal_overflow()
    return value


def _int_with_base(x, base):
    if isinstance(x, str):
        return parse_int(x, base)
    if isinstance(x, (bytes, bytearray)):
        return int_of_bytes(x, base)
    raise TypeError("int() can't convert non-string with explicit base")


def _number_text(data: str) -> str:
    # Bytes as a text with a number: only ASCII, and fewer characters count as white space.
    for i in range(byte_len(data)):
        c = byte_get(data, i)
        if c > 127 or 28 <= c <= 31:
            return "?"
    return data


def int_of_bytes(x, base: int) -> int:
    try:
        return parse_int(_number_text(raw(x)), base)
    except ValueError:
        if base == 1 or not int_ult(base, 37):
            raise
    raise ValueError("invalid literal for int() with base " + int_str(base) + ": " + repr(x)[:200])


def float_of_bytes(x) -> float:
    try:
        return parse_float(_number_text(raw(x)))
    except ValueError:
        pass
    raise ValueError("could not convert string to float: " + repr(x))


def float_as_int(x: float) -> int:
    if -TWO63 <= x < TWO63:
        return float_to_int(x)
    if x != x:
        raise ValueError("cannot convert float NaN to integer")
    if float_abs(x) == INFINITY:
        raise OverflowError("cannot convert float infinity to integer")
    fatal_overflow()
    return 0


def _refuse_int(s: str, base: int) -> None:
    raise ValueError("invalid literal for int() with base " + int_str(base) + ": " + repr(s)[:200])


def _short_decimal(s: str) -> int:
    # Up to 18 plain digits, or -1.
    n = byte_len(s)
    if n == 0 or n > 18 or str_shift(s) != 0:
        return -1
    value = 0
    i = 0
    while i < n:
        digit = byte_get(s, i) - 48
        if not int_ult(digit, 10):
            return -1
        value = value * 10 + digit
        i += 1
    return value


def parse_int(s: str, base: int) -> int:
    if base == 10:
        value = _short_decimal(s)
        if value >= 0:
            return value
    if base != 0 and (base < 2 or base > 36):
        raise ValueError("int() base must be >= 2 and <= 36, or 0")
    i = 0
    n = len(s)
    while i < n and is_space(char_at(s, i)):
        i += 1
    while n > i and is_space(char_at(s, n - 1)):
        n -= 1
    is_negative = False
    if i < n and (char_at(s, i) == 43 or char_at(s, i) == 45):
        is_negative = char_at(s, i) == 45
        i += 1
    radix = _prefixed_base(s, i, n, base)
    only_zeros = radix < 0
    if only_zeros:
        radix = 10
    if _has_prefix(s, i, n, radix):
        i += 2
        if i < n and char_at(s, i) == 95:
            i += 1
    return _parse_digits(s, i, n, base, radix, is_negative, only_zeros)


def _has_prefix(s: str, i: int, n: int, radix: int) -> bool:
    if i + 1 >= n or char_at(s, i) != 48:
        return False
    letter = char_at(s, i + 1) | 32
    return (radix == 16 and letter == 120) or (radix == 8 and letter == 111) or (radix == 2 and letter == 98)


def _prefixed_base(s: str, i: int, n: int, base: int) -> int:
    # The base to use; -1: base 0 and a leading zero, after which only zeros may follow.
    if base != 0:
        return base
    if _has_prefix(s, i, n, 16):
        return 16
    if _has_prefix(s, i, n, 8):
        return 8
    if _has_prefix(s, i, n, 2):
        return 2
    if i < n and char_at(s, i) == 48:
        return -1
    return 10


def _parse_digits(s: str, i: int, n: int, base: int, radix: int, is_negative: bool, only_zeros: bool) -> int:
    # The value is built up as a negative number, whose range is larger. An overflow counts once the rest is valid.
    value = 0
    is_over = False
    last_was_digit = False
    if i >= n:
        _refuse_int(s, base)
    while i < n:
        c = char_at(s, i)
        if c == 95 and last_was_digit:
            last_was_digit = False
        else:
            digit = digit_value(c)
            if digit >= radix or (only_zeros and digit != 0):
                _refuse_int(s, base)
            if value < -(9223372036854775807 // radix):
                is_over = True
            value = value * radix - digit
            if value > 0:
                is_over = True
            last_was_digit = True
        i += 1
    if not last_was_digit:
        _refuse_int(s, base)
    if is_over or (value == MIN_INT and not is_negative):
        fatal_overflow()
    return value if is_negative else -value


def parse_float(s: str) -> float:
    start = 0
    end = len(s)
    while start < end and is_space(char_at(s, start)):
        start += 1
    while end > start and is_space(char_at(s, end - 1)):
        end -= 1
    text = new_str(end - start + 8, 0)  # the digits, with 8 bytes for the result in front
    size = 8
    i = start
    last = 0
    while i < end:
        c = char_at(s, i)
        following = char_at(s, i + 1) if i + 1 < end else 0
        if c == 95:
            if digit_value(last) > 9 or digit_value(following) > 9:
                _refuse_float(s)
        else:
            if c > 127:
                c = digit_value(c) + 48 if digit_value(c) < 10 else 63
            byte_set(text, size, c)
            size += 1
        last = c
        i += 1
    if size == 8 or native("float_parse", array_addr(text, 8), size - 8, array_addr(text, 0)) == 0:
        _refuse_float(s)
    bits = 0
    i = 8
    while i > 0:
        i -= 1
        bits = int_shl(bits, 8) | byte_get(text, i)
    return bits_float(bits)


def _refuse_float(s: str) -> None:
    raise ValueError("could not convert string to float: " + repr(s))


def float_str(x: float) -> str:
    buffer = new_str(32, 0)
    size = native("float_repr", x, array_addr(buffer, 0))
    return substring(buffer, 0, size)


def _float_hex(x: float) -> str:
    if x != x:
        return "nan"
    sign = "-" if float_bits(x) < 0 else ""
    if float_abs(x) == INFINITY:
        return sign + "inf"
    bits = float_bits(x) & 4503599627370495
    exponent = int_ushr(float_bits(x), 52) & 2047
    if exponent == 0 and bits == 0:
        return sign + "0x0.0p+0"
    lead = "0" if exponent == 0 else "1"
    exponent = -1022 if exponent == 0 else exponent - 1023
    digits = uint_digits(bits | int_shl(1, 52), 4)
    power = "+" + int_str(exponent) if exponent >= 0 else int_str(exponent)
    return sign + "0x" + lead + "." + substring(digits, 1, 14) + "p" + power


def _hex_digit(c: int) -> int:
    # 16: none
    if 48 <= c <= 57:
        return c - 48
    c |= 32
    return c - 87 if 97 <= c <= 102 else 16


def _refuse_hex() -> None:
    raise ValueError("invalid hexadecimal floating-point string")


def _hex_special(s: str) -> float | None:
    word = s.lower()
    if word == "inf" or word == "infinity":
        return INFINITY
    return float_sub(INFINITY, INFINITY) if word == "nan" else None


def hex_float(text: str) -> float:
    s = text.strip(" \t\n\r\v\f")
    is_negative = s[:1] == "-"
    if is_negative or s[:1] == "+":
        s = s[1:]
    special = _hex_special(s)
    value = _hex_value(s) if special is None else special
    return native("copysign", value, -1.0 if is_negative else 1.0)


def _hex_value(s: str) -> float:
    # Up to 60 bits of digits, the rest as one bit that says whether any is not zero, times a power of two.
    i = 2 if len(s) > 1 and char_at(s, 0) == 48 and char_at(s, 1) | 32 == 120 else 0
    n = len(s)
    bits = 0
    power = 0
    count = 0
    is_behind = False
    while i < n:
        c = char_at(s, i)
        digit = _hex_digit(c)
        if c == 46 and not is_behind:
            is_behind = True
        elif digit == 16:
            break
        else:
            count += 1
            if int_ushr(bits, 56) == 0:
                bits = int_shl(bits, 4) | digit
            else:
                power += 4
                bits |= 1 if digit != 0 else 0
            if is_behind:
                power -= 4
        i += 1
    if count == 0:
        _refuse_hex()
    return _scaled(bits, power + _hex_power(s, i, n))


def _hex_power(s: str, i: int, n: int) -> int:
    if i == n:
        return 0
    if char_at(s, i) | 32 != 112:
        _refuse_hex()
    i += 1
    is_negative = i < n and char_at(s, i) == 45
    if i < n and (char_at(s, i) == 43 or char_at(s, i) == 45):
        i += 1
    if i == n:
        _refuse_hex()
    power = 0
    while i < n:
        c = char_at(s, i)
        if c < 48 or c > 57:
            _refuse_hex()
        if power < 100000000:
            power = power * 10 + c - 48
        i += 1
    return -power if is_negative else power


def _scaled(bits: int, power: int) -> float:
    # bits * 2**power, rounded once, half to even.
    if bits == 0:
        return 0.0
    size = int(bits).bit_length()
    lowest = size + power - 53
    if lowest < -1074:
        lowest = -1074
    drop = lowest - power
    if drop > 62:
        return 0.0
    if drop > 0:
        half = int_shl(1, drop - 1)
        rest = bits & (half + half - 1)
        bits = int_ushr(bits, drop)
        if rest > half or (rest == half and bits & 1 != 0):
            bits += 1
        power = lowest
    value = native("ldexp", int_to_float(bits), power) if power < 10000 else INFINITY
    if value == INFINITY:
        raise OverflowError("hexadecimal value too large to represent as a float")
    return value


# ---- hashes ----


def hash_int(x: int) -> int:
    if -HASH_MODULUS < x < HASH_MODULUS:
        return -2 if x == -1 else x
    h = int_rem(x, HASH_MODULUS)
    return -2 if h == -1 else h


def hash_float(x: float) -> int:
    # The mantissa times 2**exponent modulo 2**61 - 1: a rotation of 61 bits.
    if -4503599627370496.0 <= x <= 4503599627370496.0 and float_floor(x) == x:
        return hash_int(float_to_int(x))
    if x != x:
        return 0
    if float_abs(x) == INFINITY:
        return 314159 if x > 0.0 else -314159
    bits = float_bits(x)
    exponent = int_ushr(bits, 52) & 2047
    mantissa = bits & 4503599627370495
    if exponent == 0:
        exponent = 1
    else:
        mantissa |= 4503599627370496
    turn = (exponent - 1075) % HASH_BITS
    h = int_shl(mantissa, turn) & HASH_MODULUS | int_ushr(mantissa, HASH_BITS - turn)
    if x < 0.0:
        h = -h
    return -2 if h == -1 else h


def combine_hash(accumulator: int, h: int) -> int:
    # One step of the hash of a tuple, which starts with TUPLE_HASH_START and ends with finish_hash.
    accumulator += h * -4417276706812531889
    accumulator = int_shl(accumulator, 31) | int_ushr(accumulator, 33)
    return accumulator * -7046029288634856825


TUPLE_HASH_START = 2870177450012600261


def finish_hash(accumulator: int, length: int) -> int:
    h = accumulator + (length ^ 2870177450013471926)
    return 1546275796 if h == -1 else h


# ---- rounding ----


def round_int(x: int, digits: int) -> int:
    # To a multiple of 10**-digits, half to even.
    if digits >= 0:
        return x
    if digits < -19:
        return 0
    if digits == -19:
        if -5000000000000000000 <= x <= 5000000000000000000:
            return 0
        fatal_overflow()
    unit = 1
    while digits < 0:
        unit *= 10
        digits += 1
    below = x % unit
    above = unit - below
    if below > above or (below == above and (x // unit) & 1 != 0):
        return int_add_ovf(x, above)
    return int_sub_ovf(x, below)


def round_to_int(x: float) -> int:
    if float_abs(x) < 4503599627370496.0:
        floor = float_floor(x)
        part = float_sub(x, floor)
        whole = float_to_int(floor)
        if part > 0.5 or (part == 0.5 and whole & 1 != 0):
            whole += 1
        return whole
    return float_as_int(x)


def round_float(x: float, digits: int) -> float:
    if x != x or float_abs(x) == INFINITY or digits > 323 or x == 0.0:
        return x
    if digits < -308:
        return native("copysign", 0.0, x)
    if digits < 0:
        return _round_tens(x, -digits)
    buffer = new_str(1600, 0)
    size = native("float_format", x, 102, digits, 0, array_addr(buffer, 0))
    return parse_float(substring(buffer, 0, size))


def _round_tens(x: float, digits: int) -> float:
    # Round the exact integer part's decimal text at its digits-th place from the right, half to even.
    buffer = new_str(1600, 0)
    size = native("float_format", float_abs(x), 102, 1100, 0, array_addr(buffer, 0))
    point = size - 1101
    keep = point - digits
    out = StringBuilder(point + 4)
    out.add_char(48)
    out.add_part(buffer, 0, keep)
    order = 1 if keep >= 0 and byte_get(buffer, keep) > 53 else 0
    if keep >= 0 and byte_get(buffer, keep) == 53:
        order = _half_or_more(buffer, keep + 1, size)
        if order == 0:
            order = 1 if keep > 0 and byte_get(buffer, keep - 1) & 1 != 0 else 0
    text = out.build()
    if order != 0:
        text = _incremented(text)
    result = parse_float(text + "e" + int_str(digits))
    if result == INFINITY:
        raise OverflowError("rounded value too large to represent")
    return native("copysign", result, x)


def _half_or_more(buffer: str, i: int, end: int) -> int:
    while i < end:
        c = byte_get(buffer, i)
        if c != 48 and c != 46:
            return 1
        i += 1
    return 0


def _incremented(digits: str) -> str:
    # The decimal number plus one; it starts with a zero.
    out = new_str(byte_len(digits), 0)
    array_copy(out, 0, digits, 0, byte_len(digits))
    i = byte_len(digits) - 1
    while byte_get(out, i) == 57:
        byte_set(out, i, 48)
        i -= 1
    byte_set(out, i, byte_get(out, i) + 1)
    return out


# ---- scalar unions ----


def scalar_str(x: None | bool | int | float) -> str:
    if x is None:
        return "None"
    if isinstance(x, bool):
        return "True" if x else "False"
    if isinstance(x, int):
        return int_str(x)
    return float_str(x)


def scalar_repr(x: None | bool | int | float) -> str:
    return scalar_str(x)


def scalar_hash(x: None | bool | int | float) -> int:
    tag = scalar_tag(x)
    if tag == TAG_NONE:
        return 581859
    if tag == TAG_FLOAT:
        return hash_float(scalar_float(x))
    return hash_int(scalar_int(x))


def scalar_format(x: None | bool | int | float, spec: str) -> str:
    if x is None:
        if spec != "":
            raise TypeError("unsupported format string passed to NoneType.__format__")
        return "None"
    if isinstance(x, bool):
        if spec == "":
            return "True" if x else "False"
        return format_int(bool_to_int(x), spec, "bool")
    if isinstance(x, int):
        return format_int(x, spec)
    return format_float(x, spec)
