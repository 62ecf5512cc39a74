# str
from weft.lowlevel import (
    byte_get,
    byte_len,
    byte_set,
    int_shr,
    int_ult,
    int_ushr,
    primitive,
    py_str,
    str_last_use,
    str_shift,
    unset_str,
)
from weft.core.bytes import bytes_of
from weft.core.codec import encode
from weft.core.format import format_str
from weft.core.template import format_template, percent_format
from weft.core.search import (
    add_lower_at,
    count,
    find,
    join,
    matches,
    pad,
    quote,
    repeat,
    replace,
    rfind,
    rsplit_at,
    rsplit_blanks,
    split_at,
    split_blanks,
    split_lines,
    start_index,
    stop_index,
    strip,
)
from weft.core.sequence import slice_count, slice_start, slice_stop
from weft.core.text import (
    EACH_BYTE,
    TOP_BITS,
    StringBuilder,
    char_at,
    compare,
    concat,
    equal,
    extended,
    hash_str,
    is_ascii,
    item_str,
    set_word,
    substring,
    word_at,
)
from weft.core.unicode import (
    add_folded,
    add_title,
    add_upper,
    is_alpha,
    is_cased,
    is_decimal,
    is_digit,
    is_identifier_part,
    is_identifier_start,
    is_lower,
    is_numeric,
    is_printable,
    is_space,
    is_title,
    is_upper,
)

__wrapping__ = True

MAX = 9223372036854775807


def _bad_index() -> None:
    raise IndexError("string index out of range")


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
        return item_str(text, at)


def _stepped(s: str, start: int | None, stop: int | None, step: int) -> str:
    n = len(s)
    first = slice_start(start, step, n)
    last = slice_stop(stop, step, n)
    if step == 1:
        return substring(s, first, last)
    count = slice_count(first, last, step)
    if count > 1 and str_shift(s) == 0:
        return _picked_bytes(s, first, step, count)
    out = StringBuilder(count)
    while count > 0:
        out.add_char(char_at(s, first))
        first += step
        count -= 1
    return out.build()


def _picked_bytes(s: str, first: int, step: int, count: int) -> str:
    out = unset_str(count, 0)
    i = 0
    while i < count:
        byte_set(out, i, byte_get(s, first))
        first += step
        i += 1
    return out


@primitive("str")
class str:
    __slots__ = ()
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
        if not int_ult(i, n):
            _bad_index()
        return item_str(self, i)

    def __getslice__(self: str, start: int | None, stop: int | None, step: int | None) -> str:
        n = int_shr(byte_len(self), str_shift(self))
        if step is None:
            return substring(self, start_index(start, n), stop_index(stop, n))
        return _stepped(self, start, stop, step)

    def __iter__(self: str) -> str_iterator:
        return str_iterator(self)

    def __reversed__(self: str) -> str_iterator:
        return str_iterator(self[::-1])

    def __contains__(self: str, x: str) -> bool:
        return find(self, x, 0, len(self)) >= 0

    def __add__(self: str, other: str) -> str:
        if str_last_use(self):
            return extended(self, other)
        return concat(self, other)

    def __mul__(self: str, times: int) -> str:
        return repeat(self, times)

    def __rmul__(self: str, times: int) -> str:
        return repeat(self, times)

    def __mod__(self: str, args):
        return percent_format(self, args)

    def format(self: str, *args, **named):
        return format_template(self, args, named)

    def __eq__(self: str, other: str) -> bool:
        return equal(self, other)

    def __ne__(self: str, other: str) -> bool:
        return not equal(self, other)

    def __lt__(self: str, other: str) -> bool:
        if byte_len(self) == 1 and byte_len(other) == 1:
            return byte_get(self, 0) < byte_get(other, 0)
        return compare(self, other) < 0

    def __le__(self: str, other: str) -> bool:
        if byte_len(self) == 1 and byte_len(other) == 1:
            return byte_get(self, 0) <= byte_get(other, 0)
        return compare(self, other) <= 0

    def __gt__(self: str, other: str) -> bool:
        if byte_len(self) == 1 and byte_len(other) == 1:
            return byte_get(self, 0) > byte_get(other, 0)
        return compare(self, other) > 0

    def __ge__(self: str, other: str) -> bool:
        if byte_len(self) == 1 and byte_len(other) == 1:
            return byte_get(self, 0) >= byte_get(other, 0)
        return compare(self, other) >= 0

    def __repr__(self: str) -> str:
        return quote(self)

    def __format__(self: str, spec: str) -> str:
        return format_str(self, spec)

    def encode(self: str, encoding: str = "utf-8", errors: str = "strict") -> bytes:
        return bytes_of(encode(self, encoding, errors))

    # ---- searching ----

    def find(self: str, x: str, start: int | None = None, stop: int | None = None) -> int:
        n = len(self)
        return find(self, x, start_index(start, n), stop_index(stop, n))

    def rfind(self: str, x: str, start: int | None = None, stop: int | None = None) -> int:
        n = len(self)
        return rfind(self, x, start_index(start, n), stop_index(stop, n))

    def index(self: str, x: str, start: int | None = None, stop: int | None = None) -> int:
        n = len(self)
        i = find(self, x, start_index(start, n), stop_index(stop, n))
        if i < 0:
            raise ValueError("substring not found")
        return i

    def rindex(self: str, x: str, start: int | None = None, stop: int | None = None) -> int:
        n = len(self)
        i = rfind(self, x, start_index(start, n), stop_index(stop, n))
        if i < 0:
            raise ValueError("substring not found")
        return i

    def count(self: str, x: str, start: int | None = None, stop: int | None = None) -> int:
        n = len(self)
        return count(self, x, start_index(start, n), stop_index(stop, n))

    def startswith(self: str, prefix, start: int | None = None, stop: int | None = None):
        n = len(self)
        first = start_index(start, n)
        last = stop_index(stop, n)
        if isinstance(prefix, str):
            return matches(self, prefix, first, last, False)
        for x in prefix:
            if matches(self, x, first, last, False):
                return True
        return False

    def endswith(self: str, suffix, start: int | None = None, stop: int | None = None):
        n = len(self)
        first = start_index(start, n)
        last = stop_index(stop, n)
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
            return split_blanks(self, limit, True)
        return split_at(self, sep, limit)

    def rsplit(self: str, sep: str | None = None, maxsplit: int = -1) -> list[str]:
        limit = MAX if maxsplit < 0 else maxsplit
        if sep is None:
            return rsplit_blanks(self, limit, True)
        return rsplit_at(self, sep, limit)

    def splitlines(self: str, keepends: int = False) -> list[str]:
        return split_lines(self, keepends != 0, True)

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
        if isinstance(items, list) and type(items) is list:
            return join(self, items)
        if items is None:
            raise TypeError("can only join an iterable")
        return join(self, list(items))

    def replace(self: str, old: str, new: str, count: int = -1) -> str:
        return replace(self, old, new, MAX if count < 0 else count)

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
        return strip(self, chars, True, True)

    def lstrip(self: str, chars: str | None = None) -> str:
        return strip(self, chars, True, False)

    def rstrip(self: str, chars: str | None = None) -> str:
        return strip(self, chars, False, True)

    def ljust(self: str, width: int, fillchar: str = " ") -> str:
        return pad(self, 0, width - len(self), fillchar)

    def rjust(self: str, width: int, fillchar: str = " ") -> str:
        return pad(self, width - len(self), 0, fillchar)

    def center(self: str, width: int, fillchar: str = " ") -> str:
        margin = width - len(self)
        if margin <= 0:
            margin = 0
        left = int_shr(margin, 1) + (margin & width & 1)
        return pad(self, left, margin - left, fillchar)

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
        if is_ascii(self):
            return _moved_case(self, 97)
        out = StringBuilder(len(self))
        i = 0
        n = len(self)
        while i < n:
            add_upper(out, char_at(self, i))
            i += 1
        return out.build()

    def lower(self: str) -> str:
        if is_ascii(self):
            return _moved_case(self, 65)
        out = StringBuilder(len(self))
        i = 0
        n = len(self)
        while i < n:
            add_lower_at(out, self, i)
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
                add_lower_at(out, self, i)
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
                add_lower_at(out, self, i)
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
                add_lower_at(out, self, i)
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

    def translate(self: str, table):
        out = StringBuilder(len(self))
        i = 0
        n = len(self)
        while i < n:
            c = char_at(self, i)
            if c in table:
                _add_image(out, table[c])
            else:
                out.add_char(c)
            i += 1
        return out.build()

    @staticmethod
    def maketrans(x, y=None, z=None):
        if y is None:
            return _translation(x)
        if len(x) != len(y):
            raise ValueError("the first two maketrans arguments must have equal length")
        table = {}
        i = 0
        while i < len(x):
            table[char_at(x, i)] = char_at(y, i)
            i += 1
        if z is not None:
            i = 0
            while i < len(z):
                table[char_at(z, i)] = None
                i += 1
        return table


def _moved_case(s: str, first: int) -> str:
    # The other case of the 26 letters from `first`.
    n = byte_len(s)
    out = unset_str(n, 0)
    i = 0
    while i + 8 <= n:
        # the top bit of each byte: whether it is at least the first letter, but not behind the last
        word = word_at(s, i)
        is_letter = (word + (128 - first) * EACH_BYTE) & ~(word + (102 - first) * EACH_BYTE) & TOP_BITS
        set_word(out, i, word ^ int_ushr(is_letter, 2))
        i += 8
    while i < n:
        c = byte_get(s, i)
        byte_set(out, i, c ^ 32 if int_ult(c - first, 26) else c)
        i += 1
    return out


def _add_image(out, image):
    # None deletes the character.
    if isinstance(image, int):
        if image < 0 or image > 0x10FFFF:
            raise ValueError("character mapping must be in range(0x110000)")
        out.add_char(int(image))
    elif isinstance(image, str):
        out.add(image)


def _translation(x):
    table = {}
    for key in x:
        if isinstance(key, str):
            if len(key) != 1:
                raise ValueError("string keys in translate table must be of length 1")
            table[char_at(key, 0)] = x[key]
        else:
            table[key] = x[key]
    return table
