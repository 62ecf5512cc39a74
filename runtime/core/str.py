# str
from weft.lowlevel import array_compare, array_copy, byte_len, int_shl, int_shr, new_str, primitive, py_str, str_shift
from weft.core.format import format_str
from weft.core.template import format_template, percent_format
from weft.core.sequence import slice_count, slice_start, slice_stop
from weft.core.text import (
    StringBuilder,
    char_at,
    char_str,
    compare,
    concat,
    copy_chars,
    equal,
    hash_str,
    hex_digits,
    substring,
    widened,
)
from weft.core.unicode import (
    add_folded,
    add_lower,
    add_title,
    add_upper,
    is_alpha,
    is_case_ignorable,
    is_cased,
    is_decimal,
    is_digit,
    is_identifier_part,
    is_identifier_start,
    is_line_end,
    is_lower,
    is_numeric,
    is_printable,
    is_space,
    is_title,
    is_upper,
)

__wrapping__ = True

MAX = 9223372036854775807


class str_iterator:
    _text: str
    _at: int

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    def __iter__(self) -> str_iterator:
        return self

    def __next__(self) -> str:
        at = self._at
        text = self._text
        if at >= int_shr(byte_len(text), str_shift(text)):
            raise StopIteration
        self._at = at + 1
        return char_str(char_at(text, at))


@primitive("str")
class str:
    def __new__(cls, x=""):
        return py_str(x)

    def __str__(self: str) -> str:
        return self

    def __len__(self: str) -> int:
        return int_shr(byte_len(self), str_shift(self))

    def __bool__(self: str) -> bool:
        return byte_len(self) != 0

    def __hash__(self: str) -> int:
        return hash_str(self)

    def __getitem__(self: str, i: int) -> str:
        n = int_shr(byte_len(self), str_shift(self))
        if i < 0:
            i += n
        if i < 0 or i >= n:
            raise IndexError("string index out of range")
        return char_str(char_at(self, i))

    def __getslice__(self: str, start: int | None, stop: int | None, step: int | None) -> str:
        by = 1 if step is None else step
        n = len(self)
        first = slice_start(start, by, n)
        last = slice_stop(stop, by, n)
        if by == 1:
            return substring(self, first, last)
        count = slice_count(first, last, by)
        out = StringBuilder(count)
        while count > 0:
            out.add_char(char_at(self, first))
            first += by
            count -= 1
        return out.build()

    def __iter__(self: str) -> str_iterator:
        return str_iterator(self)

    def __reversed__(self: str) -> str_iterator:
        return str_iterator(self[::-1])

    def __contains__(self: str, x: str) -> bool:
        return find(self, x, 0, len(self)) >= 0

    def __add__(self: str, other: str) -> str:
        return concat(self, other)

    def __mul__(self: str, times: int) -> str:
        return repeat(self, times)

    def __rmul__(self: str, times: int) -> str:
        return repeat(self, times)

    def __mod__(self: str, args):
        return percent_format(self, args)

    def format(self: str, *args):
        return format_template(self, args)

    def __eq__(self: str, other: str) -> bool:
        return equal(self, other)

    def __ne__(self: str, other: str) -> bool:
        return not equal(self, other)

    def __lt__(self: str, other: str) -> bool:
        return compare(self, other) < 0

    def __le__(self: str, other: str) -> bool:
        return compare(self, other) <= 0

    def __gt__(self: str, other: str) -> bool:
        return compare(self, other) > 0

    def __ge__(self: str, other: str) -> bool:
        return compare(self, other) >= 0

    def __repr__(self: str) -> str:
        return quote(self)

    def __format__(self: str, spec: str) -> str:
        return format_str(self, spec)

    # ---- searching ----

    def find(self: str, x: str, start: int | None = None, stop: int | None = None) -> int:
        n = len(self)
        return find(self, x, _start(start, n), _stop(stop, n))

    def rfind(self: str, x: str, start: int | None = None, stop: int | None = None) -> int:
        n = len(self)
        return rfind(self, x, _start(start, n), _stop(stop, n))

    def index(self: str, x: str, start: int | None = None, stop: int | None = None) -> int:
        n = len(self)
        i = find(self, x, _start(start, n), _stop(stop, n))
        if i < 0:
            raise ValueError("substring not found")
        return i

    def rindex(self: str, x: str, start: int | None = None, stop: int | None = None) -> int:
        n = len(self)
        i = rfind(self, x, _start(start, n), _stop(stop, n))
        if i < 0:
            raise ValueError("substring not found")
        return i

    def count(self: str, x: str, start: int | None = None, stop: int | None = None) -> int:
        n = len(self)
        return count(self, x, _start(start, n), _stop(stop, n))

    def startswith(self: str, prefix, start: int | None = None, stop: int | None = None):
        n = len(self)
        first = _start(start, n)
        last = _stop(stop, n)
        if isinstance(prefix, str):
            return matches(self, prefix, first, last, False)
        for x in prefix:
            if matches(self, x, first, last, False):
                return True
        return False

    def endswith(self: str, suffix, start: int | None = None, stop: int | None = None):
        n = len(self)
        first = _start(start, n)
        last = _stop(stop, n)
        if isinstance(suffix, str):
            return matches(self, suffix, first, last, True)
        for x in suffix:
            if matches(self, x, first, last, True):
                return True
        return False

    def removeprefix(self: str, prefix: str) -> str:
        n = len(self)
        if matches(self, prefix, 0, n, False):
            return substring(self, len(prefix), n)
        return self

    def removesuffix(self: str, suffix: str) -> str:
        n = len(self)
        if len(suffix) > 0 and matches(self, suffix, 0, n, True):
            return substring(self, 0, n - len(suffix))
        return self

    # ---- splitting and joining ----

    def split(self: str, sep: str | None = None, maxsplit: int = -1) -> list[str]:
        limit = MAX if maxsplit < 0 else maxsplit
        if sep is None:
            return _split_blanks(self, limit)
        return _split(self, sep, limit)

    def rsplit(self: str, sep: str | None = None, maxsplit: int = -1) -> list[str]:
        limit = MAX if maxsplit < 0 else maxsplit
        if sep is None:
            return _rsplit_blanks(self, limit)
        return _rsplit(self, sep, limit)

    def splitlines(self: str, keepends: bool = False) -> list[str]:
        return _split_lines(self, keepends)

    def partition(self: str, sep: str) -> tuple[str, str, str]:
        n = len(self)
        if len(sep) == 0:
            raise ValueError("empty separator")
        i = find(self, sep, 0, n)
        if i < 0:
            return (self, "", "")
        return (substring(self, 0, i), sep, substring(self, i + len(sep), n))

    def rpartition(self: str, sep: str) -> tuple[str, str, str]:
        n = len(self)
        if len(sep) == 0:
            raise ValueError("empty separator")
        i = rfind(self, sep, 0, n)
        if i < 0:
            return ("", "", self)
        return (substring(self, 0, i), sep, substring(self, i + len(sep), n))

    def join(self: str, items):
        if isinstance(items, list):
            return _join(self, items)
        return _join(self, list(items))

    def replace(self: str, old: str, new: str, count: int = -1) -> str:
        return _replace(self, old, new, MAX if count < 0 else count)

    def expandtabs(self: str, tabsize: int = 8) -> str:
        out = StringBuilder(len(self))
        column = 0
        i = 0
        while i < len(self):
            c = char_at(self, i)
            if c == 9:
                blanks = tabsize - column % tabsize if tabsize > 0 else 0
                out.add_fill(32, blanks)
                column += blanks
            else:
                out.add_char(c)
                column = 0 if c == 10 or c == 13 else column + 1
            i += 1
        return out.build()

    # ---- stripping and padding ----

    def strip(self: str, chars: str | None = None) -> str:
        return _strip(self, chars, True, True)

    def lstrip(self: str, chars: str | None = None) -> str:
        return _strip(self, chars, True, False)

    def rstrip(self: str, chars: str | None = None) -> str:
        return _strip(self, chars, False, True)

    def ljust(self: str, width: int, fillchar: str = " ") -> str:
        return _pad(self, 0, width - len(self), fillchar)

    def rjust(self: str, width: int, fillchar: str = " ") -> str:
        return _pad(self, width - len(self), 0, fillchar)

    def center(self: str, width: int, fillchar: str = " ") -> str:
        margin = width - len(self)
        if margin <= 0:
            margin = 0
        left = int_shr(margin, 1) + (margin & width & 1)
        return _pad(self, left, margin - left, fillchar)

    def zfill(self: str, width: int) -> str:
        n = len(self)
        if width <= n:
            return self
        out = StringBuilder(width)
        i = 0
        if n > 0 and (char_at(self, 0) == 43 or char_at(self, 0) == 45):
            out.add_char(char_at(self, 0))
            i = 1
        out.add_fill(48, width - n)
        out.add_part(self, i, n)
        return out.build()

    # ---- case ----

    def upper(self: str) -> str:
        out = StringBuilder(len(self))
        i = 0
        n = len(self)
        while i < n:
            add_upper(out, char_at(self, i))
            i += 1
        return out.build()

    def lower(self: str) -> str:
        out = StringBuilder(len(self))
        i = 0
        n = len(self)
        while i < n:
            _add_lower_at(out, self, i)
            i += 1
        return out.build()

    def casefold(self: str) -> str:
        out = StringBuilder(len(self))
        i = 0
        n = len(self)
        while i < n:
            add_folded(out, char_at(self, i))
            i += 1
        return out.build()

    def capitalize(self: str) -> str:
        out = StringBuilder(len(self))
        i = 0
        n = len(self)
        while i < n:
            if i == 0:
                add_title(out, char_at(self, 0))
            else:
                _add_lower_at(out, self, i)
            i += 1
        return out.build()

    def title(self: str) -> str:
        out = StringBuilder(len(self))
        is_inside = False
        i = 0
        n = len(self)
        while i < n:
            c = char_at(self, i)
            if is_inside:
                _add_lower_at(out, self, i)
            else:
                add_title(out, c)
            is_inside = is_cased(c)
            i += 1
        return out.build()

    def swapcase(self: str) -> str:
        out = StringBuilder(len(self))
        i = 0
        n = len(self)
        while i < n:
            c = char_at(self, i)
            if is_upper(c):
                _add_lower_at(out, self, i)
            elif is_lower(c):
                add_upper(out, c)
            else:
                out.add_char(c)
            i += 1
        return out.build()

    # ---- tests ----

    def isalpha(self: str) -> bool:
        i = 0
        n = len(self)
        while i < n and is_alpha(char_at(self, i)):
            i += 1
        return i == n and n > 0

    def isalnum(self: str) -> bool:
        i = 0
        n = len(self)
        while i < n and (is_alpha(char_at(self, i)) or is_numeric(char_at(self, i))):
            i += 1
        return i == n and n > 0

    def isdecimal(self: str) -> bool:
        i = 0
        n = len(self)
        while i < n and is_decimal(char_at(self, i)):
            i += 1
        return i == n and n > 0

    def isdigit(self: str) -> bool:
        i = 0
        n = len(self)
        while i < n and is_digit(char_at(self, i)):
            i += 1
        return i == n and n > 0

    def isnumeric(self: str) -> bool:
        i = 0
        n = len(self)
        while i < n and is_numeric(char_at(self, i)):
            i += 1
        return i == n and n > 0

    def isspace(self: str) -> bool:
        i = 0
        n = len(self)
        while i < n and is_space(char_at(self, i)):
            i += 1
        return i == n and n > 0

    def isprintable(self: str) -> bool:
        i = 0
        n = len(self)
        while i < n and is_printable(char_at(self, i)):
            i += 1
        return i == n

    def isascii(self: str) -> bool:
        i = 0
        n = len(self)
        while i < n and char_at(self, i) < 128:
            i += 1
        return i == n

    def isidentifier(self: str) -> bool:
        n = len(self)
        if n == 0 or not is_identifier_start(char_at(self, 0)):
            return False
        i = 1
        while i < n and is_identifier_part(char_at(self, i)):
            i += 1
        return i == n

    def isupper(self: str) -> bool:
        is_any = False
        i = 0
        n = len(self)
        while i < n:
            c = char_at(self, i)
            if is_lower(c) or is_title(c):
                return False
            is_any = is_any or is_upper(c)
            i += 1
        return is_any

    def islower(self: str) -> bool:
        is_any = False
        i = 0
        n = len(self)
        while i < n:
            c = char_at(self, i)
            if is_upper(c) or is_title(c):
                return False
            is_any = is_any or is_lower(c)
            i += 1
        return is_any

    def istitle(self: str) -> bool:
        is_any = False
        is_inside = False
        i = 0
        n = len(self)
        while i < n:
            c = char_at(self, i)
            if is_upper(c) or is_title(c):
                if is_inside:
                    return False
                is_inside = True
                is_any = True
            elif is_lower(c):
                if not is_inside:
                    return False
            else:
                is_inside = False
            i += 1
        return is_any

    def translate(self: str, table: dict[int, str]) -> str:
        out = StringBuilder(len(self))
        i = 0
        n = len(self)
        while i < n:
            c = char_at(self, i)
            image = table.get(c)
            if image is None:
                out.add_char(c)
            else:
                out.add(image)
            i += 1
        return out.build()


# ---- searching ----


def _start(i: int | None, n: int) -> int:
    if i is None:
        return 0
    if i < 0:
        i += n
        if i < 0:
            return 0
    return i


def _stop(i: int | None, n: int) -> int:
    if i is None or i > n:
        return n
    if i < 0:
        i += n
        if i < 0:
            return 0
    return i


def find(s: str, x: str, start: int, stop: int) -> int:
    shift = str_shift(s)
    m = int_shr(byte_len(x), str_shift(x))
    last = stop - m
    if start > last or str_shift(x) > shift:
        return -1
    if m == 0:
        return start
    x = widened(x, shift)
    first = char_at(x, 0)
    size = int_shl(m, shift)
    while start <= last:
        if char_at(s, start) == first and (m == 1 or array_compare(s, int_shl(start, shift), x, 0, size) == 0):
            return start
        start += 1
    return -1


def rfind(s: str, x: str, start: int, stop: int) -> int:
    shift = str_shift(s)
    m = int_shr(byte_len(x), str_shift(x))
    at = stop - m
    if start > at or str_shift(x) > shift:
        return -1
    if m == 0:
        return at
    x = widened(x, shift)
    first = char_at(x, 0)
    size = int_shl(m, shift)
    while at >= start:
        if char_at(s, at) == first and array_compare(s, int_shl(at, shift), x, 0, size) == 0:
            return at
        at -= 1
    return -1


def count(s: str, x: str, start: int, stop: int) -> int:
    m = len(x)
    if m == 0:
        return stop - start + 1 if start <= stop else 0
    found = 0
    while True:
        start = find(s, x, start, stop)
        if start < 0:
            return found
        found += 1
        start += m


def matches(s: str, x: str, start: int, stop: int, at_end: bool) -> bool:
    m = len(x)
    if start > stop - m:
        return False
    if at_end:
        start = stop - m
    shift = str_shift(s)
    if str_shift(x) > shift:
        return False
    return array_compare(s, int_shl(start, shift), widened(x, shift), 0, int_shl(m, shift)) == 0


# ---- splitting and joining ----


def _split(s: str, sep: str, limit: int) -> list[str]:
    m = len(sep)
    if m == 0:
        raise ValueError("empty separator")
    parts: list[str] = []
    n = len(s)
    start = 0
    while limit > 0:
        i = find(s, sep, start, n)
        if i < 0:
            break
        parts.append(substring(s, start, i))
        start = i + m
        limit -= 1
    parts.append(substring(s, start, n))
    return parts


def _rsplit(s: str, sep: str, limit: int) -> list[str]:
    m = len(sep)
    if m == 0:
        raise ValueError("empty separator")
    parts: list[str] = []
    end = len(s)
    while limit > 0:
        i = rfind(s, sep, 0, end)
        if i < 0:
            break
        parts.append(substring(s, i + m, end))
        end = i
        limit -= 1
    parts.append(substring(s, 0, end))
    parts.reverse()
    return parts


def _split_blanks(s: str, limit: int) -> list[str]:
    parts: list[str] = []
    n = len(s)
    i = 0
    while True:
        while i < n and is_space(char_at(s, i)):
            i += 1
        if i == n:
            return parts
        start = i
        if limit <= 0:
            parts.append(substring(s, start, n))
            return parts
        while i < n and not is_space(char_at(s, i)):
            i += 1
        parts.append(substring(s, start, i))
        limit -= 1


def _rsplit_blanks(s: str, limit: int) -> list[str]:
    parts: list[str] = []
    i = len(s)
    while True:
        while i > 0 and is_space(char_at(s, i - 1)):
            i -= 1
        if i == 0:
            break
        end = i
        if limit <= 0:
            parts.append(substring(s, 0, end))
            break
        while i > 0 and not is_space(char_at(s, i - 1)):
            i -= 1
        parts.append(substring(s, i, end))
        limit -= 1
    parts.reverse()
    return parts


def _split_lines(s: str, keeps: bool) -> list[str]:
    lines: list[str] = []
    n = len(s)
    i = 0
    while i < n:
        start = i
        while i < n and not is_line_end(char_at(s, i)):
            i += 1
        end = i
        if i < n:
            i += 2 if char_at(s, i) == 13 and i + 1 < n and char_at(s, i + 1) == 10 else 1
        lines.append(substring(s, start, i if keeps else end))
    return lines


def _join(sep: str, parts: list[str]) -> str:
    count = len(parts)
    if count == 0:
        return ""
    if count == 1:
        return parts[0]
    shift = str_shift(sep)
    size = len(sep) * (count - 1)
    i = 0
    while i < count:
        part = parts[i]
        if str_shift(part) > shift:
            shift = str_shift(part)
        size += len(part)
        i += 1
    if size == 0:
        return ""
    out = new_str(int_shl(size, shift), shift)
    gap = len(sep)
    at = 0
    i = 0
    while i < count:
        if i > 0 and gap > 0:
            copy_chars(out, at, sep, 0, gap)
            at += gap
        part = parts[i]
        copy_chars(out, at, part, 0, len(part))
        at += len(part)
        i += 1
    return out


def join_strings(parts: list[str]) -> str:
    return _join("", parts)


def repeat(s: str, times: int) -> str:
    n = byte_len(s)
    if times <= 0 or n == 0:
        return ""
    if times == 1:
        return s
    size = n * times
    if size // times != n:
        raise MemoryError()
    out = new_str(size, str_shift(s))
    array_copy(out, 0, s, 0, n)
    while n < size:
        part = n if n <= size - n else size - n
        array_copy(out, n, out, 0, part)
        n += part
    return out


def _replace(s: str, old: str, new: str, limit: int) -> str:
    n = len(s)
    m = len(old)
    out = StringBuilder(n)
    if m == 0:
        return _interleave(s, new, limit)
    start = 0
    while limit > 0:
        i = find(s, old, start, n)
        if i < 0:
            break
        out.add_part(s, start, i)
        out.add(new)
        start = i + m
        limit -= 1
    if start == 0:
        return s
    out.add_part(s, start, n)
    return out.build()


def _interleave(s: str, new: str, limit: int) -> str:
    n = len(s)
    out = StringBuilder(n)
    i = 0
    while limit > 0 and i <= n:
        out.add(new)
        if i < n:
            out.add_char(char_at(s, i))
        i += 1
        limit -= 1
    out.add_part(s, i, n)
    return out.build()


# ---- stripping and padding ----


def _has_char(s: str, c: int) -> bool:
    i = 0
    n = len(s)
    while i < n:
        if char_at(s, i) == c:
            return True
        i += 1
    return False


def _is_stripped(c: int, chars: str | None) -> bool:
    if chars is None:
        return is_space(c)
    return _has_char(chars, c)


def _strip(s: str, chars: str | None, at_left: bool, at_right: bool) -> str:
    start = 0
    end = len(s)
    if at_left:
        while start < end and _is_stripped(char_at(s, start), chars):
            start += 1
    if at_right:
        while end > start and _is_stripped(char_at(s, end - 1), chars):
            end -= 1
    return substring(s, start, end)


def _pad(s: str, left: int, right: int, fill: str) -> str:
    if len(fill) != 1:
        raise TypeError("The fill character must be exactly one character long")
    if left <= 0 and right <= 0:
        return s
    out = StringBuilder(len(s) + left + right)
    out.add_fill(char_at(fill, 0), left)
    out.add(s)
    out.add_fill(char_at(fill, 0), right)
    return out.build()


# ---- case ----


def _add_lower_at(out: StringBuilder, s: str, i: int) -> None:
    # A capital sigma that ends a word has a form of its own.
    c = char_at(s, i)
    if c == 931 and _is_final(s, i):
        out.add_char(962)
    else:
        add_lower(out, c)


def _is_final(s: str, i: int) -> bool:
    j = i - 1
    while j >= 0 and is_case_ignorable(char_at(s, j)):
        j -= 1
    if j < 0 or not is_cased(char_at(s, j)):
        return False
    j = i + 1
    n = len(s)
    while j < n and is_case_ignorable(char_at(s, j)):
        j += 1
    return j == n or not is_cased(char_at(s, j))


# ---- repr ----


def quote(s: str) -> str:
    n = len(s)
    mark = 34 if _has_char(s, 39) and not _has_char(s, 34) else 39
    out = StringBuilder(n + 2)
    out.add_char(mark)
    i = 0
    while i < n:
        c = char_at(s, i)
        if c == mark or c == 92:
            out.add_char(92)
            out.add_char(c)
        elif is_printable(c):
            out.add_char(c)
        else:
            _add_escape(out, c)
        i += 1
    out.add_char(mark)
    return out.build()


def _add_escape(out: StringBuilder, c: int) -> None:
    out.add_char(92)
    if c == 10:
        out.add_char(110)
    elif c == 13:
        out.add_char(114)
    elif c == 9:
        out.add_char(116)
    elif c < 256:
        out.add_char(120)
        out.add(hex_digits(c, 2))
    elif c < 65536:
        out.add_char(117)
        out.add(hex_digits(c, 4))
    else:
        out.add_char(85)
        out.add(hex_digits(c, 8))
