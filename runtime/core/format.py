# format(x, spec) of str, int and float: [[fill]align][sign][z][#][0][width][,|_][.precision][type]
from weft.lowlevel import (
    array_addr,
    array_copy,
    bool_to_int,
    byte_get,
    byte_len,
    byte_set,
    float_abs,
    float_bits,
    float_mul,
    int_to_float,
    int_udiv,
    int_ushr,
    native,
    new_str,
)
from weft.core.limits import INFINITY
from weft.core.number import float_str
from weft.core.text import StringBuilder, char_at, char_str, int_str, substring, uint_digits, uint_str
from weft.core.unicode import digit_value

__wrapping__ = True

MOST_DIGITS = 1100  # more decimals than any float has; native code gives no more


class FormatSpec:
    fill: int
    align: int  # 0 if not given
    sign: int
    no_minus_zero: bool
    alternate: bool
    width: int  # -1 if not given
    comma: int  # grouping character or 0
    precision: int  # -1 if not given
    type: int

    def __init__(self, spec: str, type_name: str) -> None:
        n = len(spec)
        i = 0
        self.fill = 32
        self.align = 0
        if n >= 2 and _is_align(char_at(spec, 1)):
            self.fill = char_at(spec, 0)
            self.align = char_at(spec, 1)
            i = 2
        elif n >= 1 and _is_align(char_at(spec, 0)):
            self.align = char_at(spec, 0)
            i = 1
        self.sign = 0
        if i < n and (char_at(spec, i) == 43 or char_at(spec, i) == 45 or char_at(spec, i) == 32):
            self.sign = char_at(spec, i)
            i += 1
        self.no_minus_zero = i < n and char_at(spec, i) == 122
        if self.no_minus_zero:
            i += 1
        self.alternate = i < n and char_at(spec, i) == 35
        if self.alternate:
            i += 1
        if i < n and char_at(spec, i) == 48 and (self.align == 0 or i < 2 or self.fill == 32):
            i = self._zero(spec, i)
        self._rest(spec, i, n, type_name)

    def _zero(self, spec: str, i: int) -> int:
        # A zero before the width: fill with zeros behind the sign, unless fill or alignment say otherwise.
        if self.align == 0:
            self.align = 61
            self.fill = 48
        elif char_at(spec, 0) == self.align and (len(spec) < 2 or not _is_align(char_at(spec, 1))):
            self.fill = 48
        return i + 1

    def _rest(self, spec: str, i: int, n: int, type_name: str) -> None:
        start = i
        self.width = _number(spec, i, n)
        i = _skip_digits(spec, i, n)
        self.comma = 0
        if i < n and char_at(spec, i) == 44:
            self.comma = 44
            i += 1
        if i < n and char_at(spec, i) == 95:
            if self.comma != 0:
                raise ValueError("Cannot specify both ',' and '_'.")
            self.comma = 95
            i += 1
        if i < n and char_at(spec, i) == 44 and self.comma != 0:
            if self.comma == 95:
                raise ValueError("Cannot specify both ',' and '_'.")
            raise ValueError("Cannot specify ',' with ','.")
        self.precision = -1
        if i < n and char_at(spec, i) == 46:
            start = i + 1
            self.precision = _number(spec, start, n)
            i = _skip_digits(spec, start, n)
            if i == start:
                raise ValueError("Format specifier missing precision")
        self.type = 0
        if n - i > 1:
            raise ValueError("Invalid format specifier '" + spec + "' for object of type '" + type_name + "'")
        if i < n:
            self.type = char_at(spec, i)
        elif type_name == "str":
            self.type = 115
        if self.comma != 0:
            self._check_grouping()

    def _check_grouping(self) -> None:
        c = self.type
        if c == 100 or c == 101 or c == 102 or c == 103 or c == 69 or c == 71 or c == 37 or c == 70 or c == 0:
            return
        if self.comma == 95 and (c == 98 or c == 111 or c == 120 or c == 88):
            return
        raise ValueError("Cannot specify '" + char_str(self.comma) + "' with '" + char_str(c) + "'.")


def _is_align(c: int) -> bool:
    return c == 60 or c == 62 or c == 61 or c == 94


def _number(spec: str, i: int, n: int) -> int:
    # -1 if there are no digits.
    value = -1
    while i < n and digit_value(char_at(spec, i)) < 10:
        value = (0 if value < 0 else value) * 10 + digit_value(char_at(spec, i))
        if value > 100000000000000000:
            raise ValueError("Too many decimal digits in format string")
        i += 1
    return value


def _skip_digits(spec: str, i: int, n: int) -> int:
    while i < n and digit_value(char_at(spec, i)) < 10:
        i += 1
    return i


def _refuse_type(spec: FormatSpec, type_name: str) -> None:
    shown = "\\x" + uint_digits(spec.type, 4)
    if 32 < spec.type < 128:
        shown = char_str(spec.type)
    raise ValueError("Unknown format code '" + shown + "' for object of type '" + type_name + "'")


# ---- str ----


def format_str(s: str, text: str) -> str:
    if text == "":
        return s
    spec = FormatSpec(text, "str")
    if spec.type != 115:
        _refuse_type(spec, "str")
    if spec.sign == 32:
        raise ValueError("Space not allowed in string format specifier")
    if spec.sign != 0:
        raise ValueError("Sign not allowed in string format specifier")
    if spec.no_minus_zero:
        raise ValueError("Negative zero coercion (z) not allowed in string format specifier")
    if spec.alternate:
        raise ValueError("Alternate form (#) not allowed in string format specifier")
    if spec.align == 61:
        if spec.fill != 48:
            raise ValueError("'=' alignment not allowed in string format specifier")
        if char_at(text, 0) == 61 or (len(text) > 1 and char_at(text, 1) == 61):
            raise ValueError("'=' alignment not allowed in string format specifier")
        spec.align = 60
    if spec.precision >= 0 and spec.precision < len(s):
        s = substring(s, 0, spec.precision)
    return _padded("", s, spec, 60)


def _padded(prefix: str, body: str, spec: FormatSpec, default_align: int) -> str:
    size = len(prefix) + len(body)
    margin = spec.width - size
    if margin <= 0:
        if prefix == "":
            return body
        return prefix + body
    align = default_align if spec.align == 0 else spec.align
    out = StringBuilder(spec.width)
    left = 0
    if align == 62:
        left = margin
    elif align == 94:
        left = margin // 2
    out.add_fill(spec.fill, left)
    out.add(prefix)
    if align == 61:
        out.add_fill(spec.fill, margin)
        margin = 0
    out.add(body)
    out.add_fill(spec.fill, margin - left)
    return out.build()


def _sign(is_negative: bool, spec: FormatSpec) -> str:
    if is_negative:
        return "-"
    if spec.sign == 43:
        return "+"
    if spec.sign == 32:
        return " "
    return ""


def _grouped(digits: str, size: int, comma: int, least: int) -> str:
    # Separators between groups of `size` digits, and zeros in front up to so many characters.
    n = len(digits)
    total = n + (n - 1) // size
    while total < least:
        n += 1
        total = n + (n - 1) // size
    zeros = n - len(digits)
    out = StringBuilder(total)
    i = 0
    while i < n:
        if i > 0 and (n - i) % size == 0:
            out.add_char(comma)
        out.add_char(48 if i < zeros else char_at(digits, i - zeros))
        i += 1
    return out.build()


# ---- the usual specifications: no object is made to read them ----


def _plain_width(text: str) -> int:
    # Of 5, 05, 5d, d; -1: something else
    n = byte_len(text)
    if n == 0 or n > 4:
        return -1
    if byte_get(text, n - 1) == 100:
        n -= 1
    return _decimal(text, 0, n)


def _decimal(text: str, i: int, end: int) -> int:
    # Of ASCII digits, perhaps none, or -1
    value = 0
    while i < end:
        digit = byte_get(text, i) - 48
        if digit < 0 or digit > 9:
            return -1
        value = value * 10 + digit
        i += 1
    return value


def _filled(digits: str, width: int, fill: int) -> str:
    # Aligned to the right; zeros come behind the sign.
    n = byte_len(digits)
    if n >= width:
        return digits
    out = new_str(width, 0)
    margin = width - n
    start = 0
    if fill == 48 and byte_get(digits, 0) == 45:
        byte_set(out, 0, 45)
        start = 1
    i = start
    while i < start + margin:
        byte_set(out, i, fill)
        i += 1
    array_copy(out, start + margin, digits, start, n - start)
    return out


def _fixed(x: float, text: str) -> str:
    # Of specifications such as .2f and 8.3f; "": another one, or another number
    n = byte_len(text)
    point = 0
    while point < n and byte_get(text, point) != 46:
        point += 1
    if n > 6 or point > n - 3 or byte_get(text, n - 1) != 102 or byte_get(text, 0) == 48 or not _is_finite(x):
        return ""
    width = _decimal(text, 0, point)
    precision = _decimal(text, point + 1, n - 1)
    if width < 0 or precision < 0:
        return ""
    return _filled(float_digits(x, 102, precision, False), width, 32)


# ---- int ----


def format_int(x: int, text: str, type_name: str = "int") -> str:
    width = _plain_width(text)
    if width >= 0:
        return _filled(int_str(x), width, 48 if char_at(text, 0) == 48 else 32)
    if text == "":
        return int_str(x)
    return format_integer(x < 0, -x if x < 0 else x, text, type_name)


def format_integer(is_negative: bool, magnitude: int, text: str, type_name: str) -> str:
    # Of a sign and an unsigned number.
    spec = FormatSpec(text, type_name)
    c = spec.type
    if c == 101 or c == 69 or c == 102 or c == 70 or c == 103 or c == 71 or c == 37:
        return _format_float(-uint_to_float(magnitude) if is_negative else uint_to_float(magnitude), spec, type_name)
    if c != 0 and c != 98 and c != 99 and c != 100 and c != 110 and c != 111 and c != 120 and c != 88:
        _refuse_type(spec, type_name)
    if spec.precision >= 0:
        raise ValueError("Precision not allowed in integer format specifier")
    if spec.no_minus_zero:
        raise ValueError("Negative zero coercion (z) not allowed in integer format specifier")
    if c == 99:
        return _format_char(-magnitude if is_negative else magnitude, spec)
    prefix = _sign(is_negative, spec)
    if spec.alternate and (c == 98 or c == 111 or c == 120 or c == 88):
        prefix = prefix + "0" + char_str(c)
    digits = _magnitude_digits(magnitude, c)
    if spec.comma != 0:
        least = 0
        if spec.align == 61 and spec.fill == 48:
            least = spec.width - len(prefix)
        digits = _grouped(digits, 3 if c == 0 or c == 100 else 4, spec.comma, least)
    return _padded(prefix, digits, spec, 62)


def _format_char(x: int, spec: FormatSpec) -> str:
    if spec.sign != 0:
        raise ValueError("Sign not allowed with integer format specifier 'c'")
    if spec.alternate:
        raise ValueError("Alternate form (#) not allowed with integer format specifier 'c'")
    if x < 0 or x > 0x10FFFF:
        raise OverflowError("%c arg not in range(0x110000)")
    return _padded("", char_str(x), spec, 62)


def int_digits(x: int, c: int) -> str:
    # The digits of |x| in the base that the type character c asks for.
    return _magnitude_digits(-x if x < 0 else x, c)


def _magnitude_digits(magnitude: int, c: int) -> str:
    if c == 98:
        return uint_digits(magnitude, 1)
    if c == 111:
        return uint_digits(magnitude, 3)
    if c == 120:
        return uint_digits(magnitude, 4)
    if c == 88:
        return uint_digits(magnitude, 4).upper()
    return uint_str(magnitude)


def uint_to_float(x: int) -> float:
    # Rounds once: the last bit of a half says whether there was more.
    if x >= 0:
        return int_to_float(x)
    return float_mul(int_to_float(int_ushr(x, 1) | (x & 1)), 2.0)


# ---- float ----


def format_float(x: float, text: str) -> str:
    if text == "":
        return float_str(x)
    plain = _fixed(x, text)
    if byte_len(plain) > 0:
        return plain
    spec = FormatSpec(text, "float")
    c = spec.type
    if c != 0 and c != 101 and c != 69 and c != 102 and c != 70 and c != 103 and c != 71 and c != 110 and c != 37:
        _refuse_type(spec, "float")
    return _format_float(x, spec, "float")


_scratch: str | None = None


def _scratch_text() -> str:
    # Room for the digits of one float.
    global _scratch
    text = _scratch
    if text is None:
        text = new_str(1600, 0)
        _scratch = text
    return text


def float_digits(x: float, c: int, precision: int, alternate: bool) -> str:
    # As C's printf does it, e E f F g G, for any precision.
    more = 0
    if precision > MOST_DIGITS:
        if c != 103 and c != 71:
            more = precision - MOST_DIGITS
        precision = MOST_DIGITS
    buffer = _scratch_text()
    size = native("float_format", x, c, precision, bool_to_int(alternate), array_addr(buffer, 0))
    if more == 0:
        return substring(buffer, 0, size)
    end = 0
    while end < size and byte_get(buffer, end) != 101 and byte_get(buffer, end) != 69:
        end += 1
    out = StringBuilder(size + more)
    out.add_part(buffer, 0, end)
    out.add_fill(48, more)
    out.add_part(buffer, end, size)
    return out.build()


def _is_finite(x: float) -> bool:
    return float_abs(x) < INFINITY


def _magnitude_text(x: float, spec: FormatSpec) -> str:
    # Of x >= 0
    c = spec.type
    if not _is_finite(x):
        text = "nan" if x != x else "inf"
        if c == 69 or c == 70 or c == 71:
            text = text.upper()
        return text + "%" if c == 37 else text
    if c == 37:
        x = float_mul(x, 100.0)
        if not _is_finite(x):
            return "inf%"
        return float_digits(x, 102, 6 if spec.precision < 0 else spec.precision, spec.alternate) + "%"
    if c == 0:
        return _default_text(x, spec)
    if c == 110:
        c = 103
    return float_digits(x, c, 6 if spec.precision < 0 else spec.precision, spec.alternate)


def _default_text(x: float, spec: FormatSpec) -> str:
    # No type: as repr, or as 'g' with at least one digit behind the point.
    if spec.precision < 0:
        text = float_str(x)
        if spec.alternate and not _has_point(text):
            at = text.find("e")
            return text[:at] + "." + text[at:]
        return text
    precision = 1 if spec.precision == 0 else spec.precision
    text = float_digits(x, 103, precision, spec.alternate)
    if text.find("e") >= 0:
        return text
    if _skip_digits(text, 0, len(text)) == precision and (x == 0.0 or char_at(text, 0) != 48):
        return _exponent_text(x, precision, spec)
    return text if _has_point(text) else text + ".0"


def _exponent_text(x: float, precision: int, spec: FormatSpec) -> str:
    # 'g' would print an integer of `precision` digits without a point: the exponent form is used instead.
    text = float_digits(x, 101, precision - 1, spec.alternate)
    at = text.find("e")
    body = text[:at]
    if not spec.alternate and _has_point(body):
        body = body.rstrip("0").rstrip(".")
    return body + text[at:]


def _has_point(text: str) -> bool:
    i = 0
    while i < byte_len(text):
        if byte_get(text, i) == 46:
            return True
        i += 1
    return False


def _format_float(x: float, spec: FormatSpec, type_name: str) -> str:
    is_negative = float_bits(x) < 0 and x == x
    text = _magnitude_text(float_abs(x), spec)
    if spec.no_minus_zero and is_negative and _is_finite(x) and _is_zero_text(text):
        is_negative = False
    prefix = _sign(is_negative, spec)
    if spec.comma != 0 or (spec.align == 61 and spec.fill == 48 and not _is_finite(x)):
        text = _group_float(text, len(prefix), spec)
    return _padded(prefix, text, spec, 62)


def _is_zero_text(text: str) -> bool:
    i = 0
    while i < byte_len(text) and byte_get(text, i) != 101 and byte_get(text, i) != 69:
        if 49 <= byte_get(text, i) <= 57:
            return False
        i += 1
    return True


def _group_float(text: str, used: int, spec: FormatSpec) -> str:
    if spec.comma == 0:
        return text
    end = _skip_digits(text, 0, len(text))
    if end == 0:
        return text
    least = 0
    if spec.align == 61 and spec.fill == 48:
        least = spec.width - used - (len(text) - end)
    return _grouped(substring(text, 0, end), 3, spec.comma, least) + substring(text, end, len(text))
