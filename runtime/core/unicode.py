# Properties and case of characters, by search in the tables of unidata (format: tests/core/make_unidata.py).
from weft.lowlevel import byte_get, byte_len, int_shl, int_shr
from weft.core.unidata import (
    ALPHA,
    CONTINUE,
    DECIMAL,
    DIGIT,
    IGNORABLE,
    LOWER,
    NUMERIC,
    PRINTABLE,
    SPACE,
    START,
    TITLE,
    TO_FOLD,
    TO_FOLD_MANY,
    TO_LOWER,
    TO_LOWER_MANY,
    TO_TITLE,
    TO_TITLE_MANY,
    TO_UPPER,
    TO_UPPER_MANY,
    UPPER,
)
from weft.core.text import StringBuilder

__wrapping__ = True

FIRST = 93
BASE = 34


def _number(table: str, i: int) -> int:
    i = int_shl(i, 2)
    n = (byte_get(table, i) - FIRST) * BASE + byte_get(table, i + 1) - FIRST
    return (n * BASE + byte_get(table, i + 2) - FIRST) * BASE + byte_get(table, i + 3) - FIRST


def _find(table: str, width: int, c: int) -> int:
    # Index of the first number of the last row that starts at or before c; -1 if there is none.
    low = 0
    high = int_shr(byte_len(table), 2) // width
    while low < high:
        middle = int_shr(low + high, 1)
        if _number(table, middle * width) <= c:
            low = middle + 1
        else:
            high = middle
    return (low - 1) * width


def _has(table: str, c: int) -> bool:
    i = _find(table, 3, c)
    return i >= 0 and c <= _number(table, i + 1) and (c - _number(table, i)) % _number(table, i + 2) == 0


def _image(table: str, c: int) -> int:
    i = _find(table, 4, c)
    if i >= 0 and c <= _number(table, i + 1) and (c - _number(table, i)) % _number(table, i + 2) == 0:
        return _number(table, i + 3) + c - _number(table, i)
    return c


def _add_image(out: StringBuilder, table: str, many: str, c: int) -> None:
    i = _find(many, 4, c)
    if i >= 0 and _number(many, i) == c:
        out.add_char(_number(many, i + 1))
        out.add_char(_number(many, i + 2))
        if _number(many, i + 3) != 0:
            out.add_char(_number(many, i + 3))
    else:
        out.add_char(_image(table, c))


# ---- properties ----


def is_space(c: int) -> bool:
    if c < 256:
        return c == 32 or 9 <= c <= 13 or 28 <= c <= 31 or c == 133 or c == 160
    return 0x1680 <= c <= 0x3000 and _has(SPACE, c)


def is_line_end(c: int) -> bool:
    return 10 <= c <= 13 or 28 <= c <= 30 or c == 133 or c == 8232 or c == 8233


def is_printable(c: int) -> bool:
    if c < 256:
        return 32 <= c < 127 or (c > 160 and c != 173)
    return _has(PRINTABLE, c)


def is_upper(c: int) -> bool:
    if c < 256:
        return 65 <= c <= 90 or (192 <= c <= 222 and c != 215)
    return _has(UPPER, c)


def is_lower(c: int) -> bool:
    if c < 256:
        return 97 <= c <= 122 or (c >= 223 and c != 247) or c == 170 or c == 181 or c == 186
    return _has(LOWER, c)


def is_title(c: int) -> bool:
    return c >= 256 and _has(TITLE, c)


def is_cased(c: int) -> bool:
    return is_lower(c) or is_upper(c) or is_title(c)


def is_alpha(c: int) -> bool:
    if c < 256:
        return is_lower(c) or is_upper(c)
    return _has(ALPHA, c)


def is_decimal(c: int) -> bool:
    if c < 256:
        return 48 <= c <= 57
    return _has(DECIMAL, c)


def is_digit(c: int) -> bool:
    if c < 256:
        return 48 <= c <= 57 or c == 178 or c == 179 or c == 185
    return _has(DIGIT, c)


def is_numeric(c: int) -> bool:
    if c < 256:
        return is_digit(c) or 188 <= c <= 190
    return _has(NUMERIC, c)


def is_identifier_start(c: int) -> bool:
    if c < 256:
        return is_alpha(c) or c == 95
    return _has(START, c)


def is_identifier_part(c: int) -> bool:
    if c < 256:
        return is_alpha(c) or c == 95 or 48 <= c <= 57 or c == 183
    return _has(CONTINUE, c)


def digit_value(c: int) -> int:
    # 0..9 of decimal digits, 10..35 of ASCII letters, else 99.
    if 48 <= c <= 57:
        return c - 48
    if 65 <= c <= 90:
        return c - 55
    if 97 <= c <= 122:
        return c - 87
    if c >= 256 and _has(DECIMAL, c):
        return (c - _number(DECIMAL, _find(DECIMAL, 3, c))) % 10
    return 99


# ---- case ----


def add_upper(out: StringBuilder, c: int) -> None:
    if c < 128:
        out.add_char(c - 32 if 97 <= c <= 122 else c)
    else:
        _add_image(out, TO_UPPER, TO_UPPER_MANY, c)


def add_title(out: StringBuilder, c: int) -> None:
    if c < 128:
        out.add_char(c - 32 if 97 <= c <= 122 else c)
    else:
        _add_image(out, TO_TITLE, TO_TITLE_MANY, c)


def add_lower(out: StringBuilder, c: int) -> None:
    if c < 128:
        out.add_char(c + 32 if 65 <= c <= 90 else c)
    else:
        _add_image(out, TO_LOWER, TO_LOWER_MANY, c)


def add_folded(out: StringBuilder, c: int) -> None:
    if c < 128:
        out.add_char(c + 32 if 65 <= c <= 90 else c)
    else:
        _add_image(out, TO_FOLD, TO_FOLD_MANY, c)


def is_case_ignorable(c: int) -> bool:
    if c < 256:
        return c == 39 or c == 46 or c == 58 or c == 94 or c == 96 or c == 168 or c == 173 or c == 175 or c == 180 or (
            c == 183 or c == 184
        )
    return _has(IGNORABLE, c)
