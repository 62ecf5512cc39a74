# What the methods of str are made of: searching, splitting, joining, padding, quoting.
from weft.lowlevel import (
    array_addr,
    array_compare,
    array_copy,
    byte_get,
    byte_len,
    byte_set,
    int_shl,
    int_shr,
    native,
    new_str,
    str_shift,
    unset_str,
)
from weft.core.text import StringBuilder, char_at, copy_chars, hex_digits, substring, widened
from weft.core.unicode import add_lower, is_case_ignorable, is_cased, is_line_end, is_printable, is_space

__wrapping__ = True


# ---- searching ----


def start_index(i: int | None, n: int) -> int:
    if i is None:
        return 0
    if i < 0:
        i += n
        if i < 0:
            return 0
    return i


def stop_index(i: int | None, n: int) -> int:
    if i is None or i > n:
        return n
    if i < 0:
        i += n
        if i < 0:
            return 0
    return i


def slice_length(s: str, start: int | None, stop: int | None) -> int:
    # len(s[start:stop])
    n = int_shr(byte_len(s), str_shift(s))
    count = stop_index(stop, n) - start_index(start, n)
    return count if count > 0 else 0


def find(s: str, x: str, start: int, stop: int) -> int:
    shift = str_shift(s)
    m = int_shr(byte_len(x), str_shift(x))
    last = stop - m
    if start > last or str_shift(x) > shift:
        return -1
    if m == 0:
        return start
    if shift == 0:
        if m == 1:
            at = native("find_byte", array_addr(s, start), stop - start, byte_get(x, 0))
        else:
            at = native("find_bytes", array_addr(s, start), stop - start, array_addr(x, 0), m)
        return at if at < 0 else start + at
    x = widened(x, shift)
    size = int_shl(m, shift)
    at = int_shl(start, shift)
    end = int_shl(stop, shift)
    while at < end:
        found = native("find_bytes", array_addr(s, at), end - at, array_addr(x, 0), size)
        if found < 0:
            return -1
        at += found
        if int_shl(int_shr(at, shift), shift) == at:
            return int_shr(at, shift)
        at += 1  # between two characters
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
    if start >= stop or str_shift(x) > str_shift(s):
        return 0
    if str_shift(s) == 0:
        return native("count_bytes", array_addr(s, start), stop - start, array_addr(x, 0), m)
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


def split_at(s: str, sep: str, limit: int) -> list[str]:
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


def rsplit_at(s: str, sep: str, limit: int) -> list[str]:
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


def _is_blank(c: int, is_text: bool) -> bool:
    # White space of str or of bytes
    if 32 < c < 128:
        return False
    return c == 32 or 9 <= c <= 13 or (is_text and c > 27 and is_space(c))


def split_blanks(s: str, limit: int, is_text: bool) -> list[str]:
    if str_shift(s) == 0:
        return _split_narrow(s, limit, is_text)
    parts: list[str] = []
    n = len(s)
    i = 0
    while True:
        while i < n and _is_blank(char_at(s, i), is_text):
            i += 1
        if i == n:
            return parts
        start = i
        if limit <= 0:
            parts.append(substring(s, start, n))
            return parts
        while i < n and not _is_blank(char_at(s, i), is_text):
            i += 1
        parts.append(substring(s, start, i))
        limit -= 1


def _split_narrow(s: str, limit: int, is_text: bool) -> list[str]:
    # split_blanks of one byte a character; no character is looked at twice.
    parts: list[str] = []
    n = byte_len(s)
    i = 0
    while True:
        while i < n and _is_blank(byte_get(s, i), is_text):
            i += 1
        if i >= n:
            return parts
        start = i
        if limit <= 0:
            parts.append(substring(s, start, n))
            return parts
        i += 1
        while i < n and not _is_blank(byte_get(s, i), is_text):
            i += 1
        parts.append(substring(s, start, i))
        i += 1
        limit -= 1


def rsplit_blanks(s: str, limit: int, is_text: bool) -> list[str]:
    parts: list[str] = []
    i = len(s)
    while True:
        while i > 0 and _is_blank(char_at(s, i - 1), is_text):
            i -= 1
        if i == 0:
            break
        end = i
        if limit <= 0:
            parts.append(substring(s, 0, end))
            break
        while i > 0 and not _is_blank(char_at(s, i - 1), is_text):
            i -= 1
        parts.append(substring(s, i, end))
        limit -= 1
    parts.reverse()
    return parts


def _ends_line(c: int, is_text: bool) -> bool:
    return c == 10 or c == 13 or (is_text and is_line_end(c))


def _line_end(s: str, i: int, n: int, is_text: bool) -> int:
    # Where the line ends that i is in.
    if str_shift(s) == 0:
        while i < n:
            c = byte_get(s, i)
            if (c < 32 or c > 127) and _ends_line(c, is_text):
                return i
            i += 1
        return n
    while i < n and not _ends_line(char_at(s, i), is_text):
        i += 1
    return i


def split_lines(s: str, keeps: bool, is_text: bool) -> list[str]:
    lines: list[str] = []
    n = len(s)
    i = 0
    while i < n:
        start = i
        i = _line_end(s, i, n, is_text)
        end = i
        if i < n:
            i += 2 if char_at(s, i) == 13 and i + 1 < n and char_at(s, i + 1) == 10 else 1
        lines.append(substring(s, start, i if keeps else end))
    return lines


def join(sep: str, parts: list[str]) -> str:
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
    if shift == 0:
        return _join_narrow(sep, parts, size)
    out = unset_str(int_shl(size, shift), shift)
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


def _join_narrow(sep: str, parts: list[str], size: int) -> str:
    # join of one byte a character
    out = unset_str(size, 0)
    gap = byte_len(sep)
    at = 0
    i = 0
    while True:
        part = parts[i]
        n = byte_len(part)
        array_copy(out, at, part, 0, n)
        at += n
        i += 1
        if i == len(parts):
            return out
        if gap == 1:
            byte_set(out, at, byte_get(sep, 0))
        elif gap > 0:
            array_copy(out, at, sep, 0, gap)
        at += gap


def repeat(s: str, times: int) -> str:
    n = byte_len(s)
    if times <= 0 or n == 0:
        return ""
    if times == 1:
        return s
    size = n * times
    if size // times != n:
        raise MemoryError()
    out = unset_str(size, str_shift(s))
    array_copy(out, 0, s, 0, n)
    while n < size:
        part = n if n <= size - n else size - n
        array_copy(out, n, out, 0, part)
        n += part
    return out


def replace(s: str, old: str, new: str, limit: int) -> str:
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


def strip(s: str, chars: str | None, at_left: bool, at_right: bool) -> str:
    start = 0
    end = len(s)
    if at_left:
        while start < end and _is_stripped(char_at(s, start), chars):
            start += 1
    if at_right:
        while end > start and _is_stripped(char_at(s, end - 1), chars):
            end -= 1
    return substring(s, start, end)


def pad(s: str, left: int, right: int, fill: str) -> str:
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


def add_lower_at(out: StringBuilder, s: str, i: int) -> None:
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


def quote_bytes(s: str) -> str:
    n = byte_len(s)
    mark = 34 if _has_char(s, 39) and not _has_char(s, 34) else 39
    out = StringBuilder(n + 3)
    out.add_char(98)
    out.add_char(mark)
    i = 0
    while i < n:
        c = char_at(s, i)
        if c == mark or c == 92:
            out.add_char(92)
            out.add_char(c)
        elif 32 <= c < 127:
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
