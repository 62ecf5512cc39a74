# bytes and bytearray: a str whose characters are the bytes, so that the searching and splitting of str serves both.
from weft.lowlevel import array_copy, by_method, byte_get, byte_len, byte_set, int_ult, new_str
from weft.core.checks import _type_name
from weft.core.codec import decode, encode
from weft.core.search import (
    count,
    find,
    join,
    matches,
    quote_bytes,
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
from weft.core.text import StringBuilder, char_str, compare, equal, hash_str, hex_digits, substring
from weft.core.template import bytes_percent

__wrapping__ = True

MAX = 9223372036854775807
BLANKS = " \t\n\r\v\f"


class bytes_iterator:
    _source: _byte_string
    _at: int

    def __init__(self, source: _byte_string) -> None:
        self._source = source
        self._at = 0

    def __iter__(self) -> bytes_iterator:
        return self

    def __next__(self) -> int:
        at = self._at
        source = self._source
        if at >= len(source):
            raise StopIteration
        self._at = at + 1
        return byte_get(source._text, at)


class _byte_string:
    __slots__ = ()
    _text: str  # a bytearray's may have room behind its end
    _length: int

    def _raw(self) -> str:
        # Exactly its bytes; valid until it changes.
        text = self._text
        if byte_len(text) != self._length:
            text = new_str(self._length, 0)
            array_copy(text, 0, self._text, 0, self._length)
            self._text = text
        return text

    def _frozen(self) -> str:
        # What later changes leave alone.
        if isinstance(self, bytes):
            return self._text
        text = new_str(self._length, 0)
        array_copy(text, 0, self._text, 0, self._length)
        return text

    def __len__(self) -> int:
        return self._length

    def __bool__(self) -> bool:
        return self._length != 0

    def __iter__(self) -> bytes_iterator:
        return bytes_iterator(self)

    def __reversed__(self):
        return iter(self[::-1])

    def _sliced(self, start: int | None, stop: int | None, step: int | None) -> str:
        by = 1 if step is None else step
        n = self._length
        first = slice_start(start, by, n)
        last = slice_stop(stop, by, n)
        text = self._text
        if by == 1:
            return substring(text, first, last)
        size = slice_count(first, last, by)
        out = new_str(size, 0)
        i = 0
        while i < size:
            byte_set(out, i, byte_get(text, first))
            first += by
            i += 1
        return out

    def __getslice__(self, start, stop, step):
        return self._made(self._sliced(start, stop, step))

    def __contains__(self, x):
        if isinstance(x, int):
            return find(self._raw(), byte_text(x, "byte"), 0, self._length) >= 0
        return find(self._raw(), raw(x), 0, self._length) >= 0

    def __add__(self, other):
        if isinstance(other, _byte_string):
            return self._made(self._raw() + other._frozen())
        raise TypeError("can't concat " + _type_name(other) + " to " + _type_name(self))

    def __mod__(self, args):
        return self._made(bytes_percent(self._raw(), args))

    def __mul__(self, times: int):
        return self._made(repeat(self._raw(), times))

    def __rmul__(self, times: int):
        return self._made(repeat(self._raw(), times))

    def __eq__(self, other):
        if isinstance(other, _byte_string):
            return equal(self._raw(), other._raw())
        return NotImplemented

    def __ne__(self, other):
        if isinstance(other, _byte_string):
            return not equal(self._raw(), other._raw())
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, _byte_string):
            return compare(self._raw(), other._raw()) < 0
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, _byte_string):
            return compare(self._raw(), other._raw()) <= 0
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, _byte_string):
            return compare(self._raw(), other._raw()) > 0
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, _byte_string):
            return compare(self._raw(), other._raw()) >= 0
        return NotImplemented

    # ---- text ----

    def decode(self, encoding: str = "utf-8", errors: str = "strict") -> str:
        return decode(self._frozen(), encoding, errors)

    def hex(self, sep=None, bytes_per_sep: int = 1) -> str:
        gap = "" if sep is None else (sep if isinstance(sep, str) else raw(sep))
        if sep is not None and len(gap) != 1:
            raise ValueError("sep must be length 1.")
        return _hex(self._raw(), gap, bytes_per_sep)

    # ---- searching ----

    def find(self, sub, start: int | None = None, end: int | None = None) -> int:
        n = self._length
        return find(self._raw(), sub_text(sub), start_index(start, n), stop_index(end, n))

    def rfind(self, sub, start: int | None = None, end: int | None = None) -> int:
        n = self._length
        return rfind(self._raw(), sub_text(sub), start_index(start, n), stop_index(end, n))

    def index(self, sub, start: int | None = None, end: int | None = None) -> int:
        return _found(self.find(sub, start, end))

    def rindex(self, sub, start: int | None = None, end: int | None = None) -> int:
        return _found(self.rfind(sub, start, end))

    def count(self, sub, start: int | None = None, end: int | None = None) -> int:
        n = self._length
        return count(self._raw(), sub_text(sub), start_index(start, n), stop_index(end, n))

    def startswith(self, prefix, start: int | None = None, end: int | None = None):
        n = self._length
        return _matches_any(self._raw(), prefix, start_index(start, n), stop_index(end, n), False, "startswith")

    def endswith(self, suffix, start: int | None = None, end: int | None = None):
        n = self._length
        return _matches_any(self._raw(), suffix, start_index(start, n), stop_index(end, n), True, "endswith")

    def removeprefix(self, prefix):
        return self._made(self._raw().removeprefix(raw(prefix)))

    def removesuffix(self, suffix):
        return self._made(self._raw().removesuffix(raw(suffix)))

    # ---- splitting and joining ----

    def split(self, sep=None, maxsplit: int = -1):
        limit = MAX if maxsplit < 0 else maxsplit
        if sep is None:
            return self._all_made(split_blanks(self._raw(), limit, False))
        return self._all_made(split_at(self._raw(), raw(sep), limit))

    def rsplit(self, sep=None, maxsplit: int = -1):
        limit = MAX if maxsplit < 0 else maxsplit
        if sep is None:
            return self._all_made(rsplit_blanks(self._raw(), limit, False))
        return self._all_made(rsplit_at(self._raw(), raw(sep), limit))

    def splitlines(self, keepends: int = False):
        return self._all_made(split_lines(self._raw(), keepends != 0, False))

    def _all_made(self, texts):
        return [self._made(text) for text in texts]

    def partition(self, sep):
        before, between, after = self._raw().partition(raw(sep))
        return (self._made(before), self._middle(between, sep), self._made(after))

    def rpartition(self, sep):
        before, between, after = self._raw().rpartition(raw(sep))
        return (self._made(before), self._middle(between, sep), self._made(after))

    def _middle(self, between, sep):
        # The separator itself, if one was found in bytes.
        return sep if isinstance(self, bytes) and between != "" else self._made(between)

    def join(self, items):
        texts: list[str] = []
        for item in items:
            if isinstance(item, _byte_string):
                texts.append(item._frozen())
            else:
                where = "sequence item " + str(len(texts)) + ": expected a bytes-like object, "
                raise TypeError(where + _type_name(item) + " found")
        return self._made(join(self._raw(), texts))

    def replace(self, old, new, count: int = -1):
        return self._made(replace(self._raw(), raw(old), raw(new), MAX if count < 0 else count))

    def expandtabs(self, tabsize: int = 8):
        return self._made(self._raw().expandtabs(tabsize))

    def translate(self, table, delete=b""):
        return self._made(_translated(self._raw(), "" if table is None else _table(raw(table)), raw(delete)))

    # ---- stripping and padding ----

    def strip(self, chars=None):
        return self._made(strip(self._raw(), BLANKS if chars is None else raw(chars), True, True))

    def lstrip(self, chars=None):
        return self._made(strip(self._raw(), BLANKS if chars is None else raw(chars), True, False))

    def rstrip(self, chars=None):
        return self._made(strip(self._raw(), BLANKS if chars is None else raw(chars), False, True))

    def ljust(self, width: int, fillchar=b" "):
        return self._made(self._raw().ljust(width, _fill(fillchar, "ljust")))

    def rjust(self, width: int, fillchar=b" "):
        return self._made(self._raw().rjust(width, _fill(fillchar, "rjust")))

    def center(self, width: int, fillchar=b" "):
        return self._made(self._raw().center(width, _fill(fillchar, "center")))

    def zfill(self, width: int):
        return self._made(self._raw().zfill(width))

    # ---- case: of ASCII letters only ----

    def upper(self):
        return self._made(_with_case(self._raw(), UPPER))

    def lower(self):
        return self._made(_with_case(self._raw(), LOWER))

    def swapcase(self):
        return self._made(_with_case(self._raw(), SWAPPED))

    def title(self):
        return self._made(_with_case(self._raw(), TITLE))

    def capitalize(self):
        text = _with_case(self._raw(), LOWER)
        return self._made(_with_case(text[:1], UPPER) + text[1:])

    # ---- tests ----

    def isalpha(self) -> bool:
        return _all_in(self._raw(), LETTERS)

    def isdigit(self) -> bool:
        return _all_in(self._raw(), DIGITS)

    def isalnum(self) -> bool:
        return _all_in(self._raw(), LETTERS | DIGITS)

    def isspace(self) -> bool:
        return _all_in(self._raw(), SPACES)

    def isascii(self) -> bool:
        return self._raw().isascii()

    def isupper(self) -> bool:
        text = self._raw()
        return _has_any(text, CAPITALS) and not _has_any(text, SMALL)

    def islower(self) -> bool:
        text = self._raw()
        return _has_any(text, SMALL) and not _has_any(text, CAPITALS)

    def istitle(self) -> bool:
        text = self._raw()
        return _has_any(text, LETTERS) and equal(_with_case(text, TITLE), text)


def _make_table(frm, to):
    source = raw(frm)
    target = raw(to)
    if len(source) != len(target):
        raise ValueError("maketrans arguments must have same length")
    out = new_str(256, 0)
    i = 0
    while i < 256:
        byte_set(out, i, i)
        i += 1
    i = 0
    while i < len(source):
        byte_set(out, byte_get(source, i), byte_get(target, i))
        i += 1
    return bytes_of(out)


class bytes(_byte_string):
    __slots__ = ()
    def __init__(self, source=b"", encoding=None, errors=None):
        text = made_text(source, encoding, errors, "bytes")
        self._text = text
        self._length = byte_len(text)

    def _made(self, text: str) -> bytes:
        return bytes_of(text)

    def __bytes__(self) -> bytes:
        return self

    def __hash__(self) -> int:
        return hash_str(self._text)

    def __repr__(self) -> str:
        return quote_bytes(self._text)

    def __getitem__(self, i: int) -> int:
        n = self._length
        if i < 0:
            i += n
        if not int_ult(i, n):
            raise IndexError("index out of range")
        return byte_get(self._text, i)

    @staticmethod
    def fromhex(string: str) -> bytes:
        return bytes_of(from_hex(string))

    @staticmethod
    def maketrans(frm, to):
        return _make_table(frm, to)


def bytes_of(text: str) -> bytes:
    result = bytes()
    result._text = text
    result._length = byte_len(text)
    return result


class bytearray(_byte_string):
    __slots__ = ()
    def __init__(self, source=b"", encoding=None, errors=None):
        self._set(made_text(source, encoding, errors, "byte"))

    def _set(self, text: str) -> None:
        # Its bytes become a copy of the text's.
        n = byte_len(text)
        own = new_str(n, 0)
        array_copy(own, 0, text, 0, n)
        self._text = own
        self._length = n

    def _made(self, text: str) -> bytearray:
        result = bytearray()
        result._set(text)
        return result

    def __repr__(self):
        return type(self).__name__ + "(" + quote_bytes(self._raw()) + ")"

    @staticmethod
    def fromhex(string: str) -> bytearray:
        result = bytearray()
        result._set(from_hex(string))
        return result

    @staticmethod
    def maketrans(frm, to):
        return _make_table(frm, to)

    # ---- changing it ----

    def _at(self, i: int) -> int:
        n = self._length
        if i < 0:
            i += n
        if not int_ult(i, n):
            raise IndexError("bytearray index out of range")
        return i

    def __getitem__(self, i: int) -> int:
        return byte_get(self._text, self._at(i))

    def __setitem__(self, i: int, x: int) -> None:
        at = self._at(i)
        _check_byte(x, "byte")
        byte_set(self._text, at, x)

    def __delitem__(self, i: int) -> None:
        at = self._at(i)
        self._replace(at, at + 1, "")

    def _replace(self, first: int, last: int, new: str) -> None:
        n = self._length
        m = byte_len(new)
        size = n - (last - first) + m
        text = self._text
        if new is text:
            new = self._made(new)._text
        if size > byte_len(text):
            larger = new_str(size + (size >> 3) + 16, 0)
            array_copy(larger, 0, text, 0, first)
            array_copy(larger, first + m, text, last, n - last)
            self._text = larger
        else:
            array_copy(text, first + m, text, last, n - last)
        array_copy(self._text, first, new, 0, m)
        self._length = size

    def append(self, item: int) -> None:
        n = self._length
        _check_byte(item, "byte")
        if n < byte_len(self._text):
            byte_set(self._text, n, item)
            self._length = n + 1
        else:
            self._replace(n, n, char_str(item))

    def extend(self, iterable):
        n = self._length
        if isinstance(iterable, _byte_string):
            self._replace(n, n, iterable._raw())
        else:
            self._replace(n, n, bytes_text(iterable, "byte"))

    def insert(self, index: int, item: int) -> None:
        n = self._length
        if index < 0:
            index = index + n if index + n > 0 else 0
        if index > n:
            index = n
        self._replace(index, index, byte_text(item, "byte"))

    def pop(self, index: int = -1) -> int:
        n = self._length
        if n == 0:
            raise IndexError("pop from empty bytearray")
        if index < 0:
            index += n
        if not int_ult(index, n):
            raise IndexError("pop index out of range")
        x = byte_get(self._text, index)
        self._replace(index, index + 1, "")
        return x

    def remove(self, value: int) -> None:
        at = find(self._raw(), byte_text(value, "byte"), 0, self._length)
        if at < 0:
            raise ValueError("value not found in bytearray")
        self._replace(at, at + 1, "")

    def clear(self) -> None:
        self._set("")

    def copy(self) -> bytearray:
        return self._made(self._raw())

    def reverse(self) -> None:
        self._set(self._sliced(None, None, -1))

    def __iadd__(self, other):
        n = self._length
        self._replace(n, n, raw_operand(other, "bytearray"))
        return self

    def __imul__(self, times: int):
        self._set(repeat(self._raw(), times))
        return self

    def __setslice__(self, start: int | None, stop: int | None, step: int | None, value):
        if isinstance(value, _byte_string):
            new = value._raw()
        elif isinstance(value, (int, str)):
            raise TypeError("can assign only bytes, buffers, or iterables of ints in range(0, 256)")
        else:
            new = bytes_text(value, "byte")
        self._assign(start, stop, 1 if step is None else step, new)

    def _assign(self, start: int | None, stop: int | None, by: int, new: str) -> None:
        n = self._length
        first = slice_start(start, by, n)
        last = slice_stop(stop, by, n)
        if by == 1:
            self._replace(first, last if last > first else first, new)
            return
        size = slice_count(first, last, by)
        if byte_len(new) != size:
            sizes = str(byte_len(new)) + " to extended slice of size " + str(size)
            raise ValueError("attempt to assign bytes of size " + sizes)
        if new is self._text:
            new = self._made(new)._text
        i = 0
        while i < size:
            byte_set(self._text, first, byte_get(new, i))
            first += by
            i += 1

    def __delslice__(self, start: int | None, stop: int | None, step: int | None) -> None:
        by = 1 if step is None else step
        n = self._length
        first = slice_start(start, by, n)
        size = slice_count(first, slice_stop(stop, by, n), by)
        if by < 0:
            first += (size - 1) * by
            by = -by
        out = StringBuilder(n)
        i = 0
        while i < n:
            if size > 0 and i == first:
                size -= 1
                first += by
            else:
                out.add_char(byte_get(self._text, i))
            i += 1
        self._set(out.build())


# ---- arguments ----


def raw(x):
    if isinstance(x, _byte_string):
        return x._frozen()
    raise TypeError("a bytes-like object is required, not '" + _type_name(x) + "'")


def raw_for_now(x):
    # For one who is done with it before x may change: not copied.
    if isinstance(x, _byte_string):
        return x._raw()
    raise TypeError("a bytes-like object is required, not '" + _type_name(x) + "'")


def bytes_argument(x):
    # What int.from_bytes takes: bytes or an iterable of integers.
    if isinstance(x, _byte_string):
        return x._frozen()
    if isinstance(x, str):
        raise TypeError("cannot convert 'str' object to bytes")
    return bytes_text(x, "bytes")


def raw_operand(x, own):
    if isinstance(x, _byte_string):
        return x._raw()
    raise TypeError("can't concat " + _type_name(x) + " to " + own)


def _check_byte(x: int, what: str) -> None:
    if not int_ult(x, 256):
        raise ValueError(what + " must be in range(0, 256)")


def byte_text(x: int, what: str) -> str:
    _check_byte(x, what)
    return char_str(x)


def sub_text(x):
    if isinstance(x, int):
        return byte_text(x, "byte")
    if isinstance(x, _byte_string):
        return x._raw()
    raise TypeError("argument should be integer or bytes-like object, not '" + _type_name(x) + "'")


def _fill(x, name):
    if isinstance(x, _byte_string) and len(x) == 1:
        return x._raw()
    raise TypeError(name + "() argument 2 must be a byte string of length 1, not " + _type_name(x))


def _found(i: int) -> int:
    if i < 0:
        raise ValueError("subsection not found")
    return i


def _matches_any(text, part, start, stop, at_end, name):
    if isinstance(part, _byte_string):
        return matches(text, part._raw(), start, stop, at_end)
    if isinstance(part, tuple):
        for x in part:
            if matches(text, raw(x), start, stop, at_end):
                return True
        return False
    raise TypeError(name + " first arg must be bytes or a tuple of bytes, not " + _type_name(part))


def made_text(source, encoding, errors, what):
    # What bytes(source, encoding, errors) holds.
    if isinstance(source, str):
        if encoding is None:
            raise TypeError("string argument without an encoding")
        return encode(source, encoding, "strict" if errors is None else errors)
    if encoding is not None:
        raise TypeError("encoding without a string argument")
    if errors is not None:
        raise TypeError("errors without a string argument")
    if isinstance(source, int):
        if source < 0:
            raise ValueError("negative count")
        return new_str(int(source), 0)
    if isinstance(source, _byte_string):
        return source._frozen()
    if source is None or isinstance(source, float):
        kind = "bytearray" if what == "byte" else "bytes"
        raise TypeError("cannot convert '" + _type_name(source) + "' object to " + kind)
    return by_method(
        source,
        "__bytes__",
        lambda x: x.__bytes__()._frozen(),
        lambda x: by_method(x, "__index__", _text_by_index, lambda items: bytes_text(items, what)),
    )


def _text_by_index(source):
    return new_str(source.__index__(), 0)


def _index_of(x):
    return x.__index__()


def _no_index(x) -> int:
    raise TypeError("'" + _type_name(x) + "' object cannot be interpreted as an integer")


def bytes_text(items, what):
    out = StringBuilder(16)
    for x in items:
        if isinstance(x, int):
            _check_byte(x, what if what == "byte" else "bytes")
            out.add_char(x)
        else:
            byte = by_method(x, "__index__", _index_of, _no_index)
            _check_byte(byte, what if what == "byte" else "bytes")
            out.add_char(byte)
    return out.build()


# ---- hexadecimal ----


def _hex(text: str, gap: str, group: int) -> str:
    # Groups are counted from the right, or from the left if `group` is negative.
    n = len(text)
    out = StringBuilder(n * 2)
    size = -group if group < 0 else group
    i = 0
    while i < n:
        place = i if group < 0 else n - i
        if i > 0 and size > 0 and gap != "" and place % size == 0:
            out.add(gap)
        out.add(hex_digits(byte_get(text, i), 2))
        i += 1
    return out.build()


def _nibble(c: int) -> int:
    if 48 <= c <= 57:
        return c - 48
    c |= 32
    return c - 87 if 97 <= c <= 102 else -1


def from_hex(text: str) -> str:
    out = StringBuilder(len(text) // 2)
    n = len(text)
    i = 0
    while i < n:
        c = ord(text[i])
        if c == 32 or 9 <= c <= 13:
            i += 1
            continue
        high = _nibble(c)
        low = _nibble(ord(text[i + 1])) if i + 1 < n else -1
        if high < 0 or low < 0:
            at = str(i if high < 0 else i + 1)
            raise ValueError("non-hexadecimal number found in fromhex() arg at position " + at)
        out.add_char(high * 16 + low)
        i += 2
    return out.build()


# ---- classes of bytes ----

SMALL = 1
CAPITALS = 2
LETTERS = 3
DIGITS = 4
SPACES = 8


def _class_of(c: int) -> int:
    if 97 <= c <= 122:
        return SMALL
    if 65 <= c <= 90:
        return CAPITALS
    if 48 <= c <= 57:
        return DIGITS
    return SPACES if c == 32 or 9 <= c <= 13 else 0


def _all_in(text: str, classes: int) -> bool:
    i = 0
    n = byte_len(text)
    while i < n:
        if _class_of(byte_get(text, i)) & classes == 0:
            return False
        i += 1
    return n > 0


def _has_any(text: str, classes: int) -> bool:
    i = 0
    n = byte_len(text)
    while i < n:
        if _class_of(byte_get(text, i)) & classes != 0:
            return True
        i += 1
    return False


UPPER = 0
LOWER = 1
SWAPPED = 2
TITLE = 3


def _with_case(text: str, case: int) -> str:
    n = byte_len(text)
    out = new_str(n, 0)
    is_inside = False
    i = 0
    while i < n:
        c = byte_get(text, i)
        kind = _class_of(c)
        if kind & LETTERS != 0:
            wants_small = case == LOWER or (case == SWAPPED and kind == CAPITALS) or (case == TITLE and is_inside)
            c = c | 32 if wants_small else c & 223
        is_inside = kind & LETTERS != 0
        byte_set(out, i, c)
        i += 1
    return out


def _table(text: str) -> str:
    if len(text) != 256:
        raise ValueError("translation table must be 256 characters long")
    return text


def _translated(text: str, table: str, delete: str) -> str:
    n = byte_len(text)
    drops = byte_len(delete) > 0
    out = StringBuilder(n)
    i = 0
    while i < n:
        c = byte_get(text, i)
        if not drops or find(delete, char_str(c), 0, byte_len(delete)) < 0:
            out.add_char(byte_get(table, c) if table != "" else c)
        i += 1
    return out.build()
