# binascii: bytes as text of other bytes: hexadecimal, base 64, quoted-printable, uuencode; checksums.
from weft.lowlevel import byte_get, byte_len
from weft.core.bytes import bytes_of, raw
from weft.core.text import StringBuilder, is_ascii

__wrapping__ = True


class Error(ValueError):
    pass


class Incomplete(Exception):
    pass


def ascii_text(x):
    # The bytes of an argument that may be a string, too.
    if isinstance(x, str):
        if not is_ascii(x):
            raise ValueError("string argument should contain only ASCII characters")
        return x
    return raw(x)


# ---- hexadecimal --------------------------------------------------------------------------


def hexlify(data, sep=None, bytes_per_sep=1):
    return (data.hex(bytes_per_sep=bytes_per_sep) if sep is None else data.hex(sep, bytes_per_sep)).encode()


b2a_hex = hexlify


def _digit(c: int) -> int:
    if 48 <= c <= 57:
        return c - 48
    c |= 32
    return c - 87 if 97 <= c <= 102 else -1


def _from_hex(text: str) -> str:
    n = byte_len(text)
    if n & 1:
        raise Error("Odd-length string")
    out = StringBuilder(n >> 1)
    i = 0
    while i < n:
        high = _digit(byte_get(text, i))
        low = _digit(byte_get(text, i + 1))
        if high < 0 or low < 0:
            raise Error("Non-hexadecimal digit found")
        out.add_char(high << 4 | low)
        i += 2
    return out.build()


def unhexlify(hexstr):
    return bytes_of(_from_hex(ascii_text(hexstr)))


a2b_hex = unhexlify

# ---- base 64 ------------------------------------------------------------------------------

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def _to_base64(text: str, newline: int) -> str:
    n = byte_len(text)
    out = StringBuilder(n // 3 * 4 + 5)
    i = 0
    while i < n:
        left = n - i
        group = byte_get(text, i) << 16
        if left > 1:
            group |= byte_get(text, i + 1) << 8
        if left > 2:
            group |= byte_get(text, i + 2)
        out.add_char(byte_get(_DIGITS, group >> 18))
        out.add_char(byte_get(_DIGITS, group >> 12 & 63))
        out.add_char(byte_get(_DIGITS, group >> 6 & 63) if left > 1 else 61)
        out.add_char(byte_get(_DIGITS, group & 63) if left > 2 else 61)
        i += 3
    if newline:
        out.add_char(10)
    return out.build()


def b2a_base64(data, *, newline=True):
    return bytes_of(_to_base64(raw(data), newline))


def _base64_digit(c: int) -> int:
    if 65 <= c <= 90:
        return c - 65
    if 97 <= c <= 122:
        return c - 71
    if 48 <= c <= 57:
        return c + 4
    return 62 if c == 43 else (63 if c == 47 else -1)


def _from_base64(text: str, is_strict: int) -> str:
    n = byte_len(text)
    out = StringBuilder(n // 4 * 3 + 3)
    if is_strict and n > 0 and byte_get(text, 0) == 61:
        raise Error("Leading padding not allowed")
    place = 0  # in the group of four
    pads = 0
    bits = 0
    is_padded = False
    i = 0
    while i < n:
        c = byte_get(text, i)
        i += 1
        if c == 61:
            is_padded = True
            pads += 1 if place >= 2 else 0
            if place >= 2 and place + pads >= 4:
                if is_strict and i < n:
                    raise Error("Excess data after padding")
                return out.build()
            continue
        digit = _base64_digit(c)
        if digit < 0:
            if is_strict:
                raise Error("Only base64 data is allowed")
            continue
        if is_strict and is_padded:
            raise Error("Discontinuous padding not allowed")
        pads = 0
        bits = (bits & 255) << 6 | digit
        if place > 0:
            out.add_char(bits >> (6 - 2 * place) & 255)
        place = place + 1 & 3
    if place == 1:
        count = str(out.length() // 3 * 4 + 1)
        raise Error(
            "Invalid base64-encoded string: number of data characters ("
            + count
            + ") cannot be 1 more than a multiple of 4"
        )
    if place != 0:
        raise Error("Incorrect padding")
    return out.build()


def a2b_base64(data, *, strict_mode=False):
    return bytes_of(_from_base64(ascii_text(data), strict_mode))


# ---- uuencode -----------------------------------------------------------------------------


def _to_uu(text: str, backtick: int) -> str:
    n = byte_len(text)
    if n > 45:
        raise Error("At most 45 bytes at once")
    zero = 96 if backtick else 32
    out = StringBuilder(64)
    out.add_char(n + 32 if n > 0 else zero)
    i = 0
    while i < n:
        group = byte_get(text, i) << 16
        if i + 1 < n:
            group |= byte_get(text, i + 1) << 8
        if i + 2 < n:
            group |= byte_get(text, i + 2)
        shift = 18
        while shift >= 0:
            six = group >> shift & 63
            out.add_char(six + 32 if six > 0 else zero)
            shift -= 6
        i += 3
    out.add_char(10)
    return out.build()


def b2a_uu(data, *, backtick=False):
    return bytes_of(_to_uu(raw(data), backtick))


def _from_uu(text: str) -> str:
    n = byte_len(text)
    wanted = (byte_get(text, 0) - 32 if n > 0 else -32) & 63
    out = StringBuilder(wanted)
    bits = 0
    left = 0
    i = 1
    while out.length() < wanted:
        c = byte_get(text, i) if i < n else 10
        i += 1
        if c == 10 or c == 13:
            c = 32  # blanks at the end of a line may be lost
        elif c < 32 or c > 96:
            raise Error("Illegal char")
        bits = (bits & 255) << 6 | c - 32 & 63
        left += 6
        if left >= 8:
            left -= 8
            out.add_char(bits >> left & 255)
    while i < n:
        c = byte_get(text, i)
        if c != 32 and c != 96 and c != 10 and c != 13:
            raise Error("Trailing garbage")
        i += 1
    return out.build()


def a2b_uu(data):
    return bytes_of(_from_uu(ascii_text(data)))


# ---- quoted-printable ---------------------------------------------------------------------

_LINE = 76


def _from_quoted(text: str, header: int) -> str:
    n = byte_len(text)
    out = StringBuilder(n)
    i = 0
    while i < n:
        c = byte_get(text, i)
        i += 1
        if c == 95 and header:
            out.add_char(32)
        elif c != 61:
            out.add_char(c)
        elif i < n:
            i = _unquote(out, text, i)
    return out.build()


def _unquote(out: StringBuilder, text: str, i: int) -> int:
    # What stands behind "=" at position i; gives where it ends.
    n = byte_len(text)
    c = byte_get(text, i)
    if c == 10 or c == 13:
        while i < n and byte_get(text, i) != 10:
            i += 1
        return i + 1
    if c == 61:
        out.add_char(61)
        return i + 1
    low = _digit(byte_get(text, i + 1)) if i + 1 < n else -1
    if _digit(c) < 0 or low < 0:
        out.add_char(61)
        return i
    out.add_char(_digit(c) << 4 | low)
    return i + 2


def a2b_qp(data, header=False):
    return bytes_of(_from_quoted(ascii_text(data), header))


_CAPITALS = "0123456789ABCDEF"


class _Quoter:
    # Quoted-printable text in the making.
    def __init__(self, text: str, quotetabs: int, istext: int, header: int) -> None:
        self.text = text
        self.quotetabs = quotetabs
        self.istext = istext
        self.header = header
        self.out = StringBuilder(byte_len(text))
        self.last = -1  # character of the output
        self.column = 0
        first = text.find("\n")
        self.has_returns = first > 0 and byte_get(text, first - 1) == 13

    def put(self, c: int) -> None:
        # The last one is kept back: a blank there may have to be quoted yet.
        if self.last >= 0:
            self.out.add_char(self.last)
        self.last = c

    def quote(self, c: int) -> None:
        self.put(61)
        self.put(byte_get(_CAPITALS, c >> 4))
        self.put(byte_get(_CAPITALS, c & 15))

    def end_line(self) -> None:
        if self.has_returns:
            self.put(13)
        self.put(10)
        self.column = 0

    def must_quote(self, i: int) -> bool:
        text = self.text
        c = byte_get(text, i)
        following = byte_get(text, i + 1) if i + 1 < byte_len(text) else -1
        if c > 126 or c == 61 or (self.header and c == 95):
            return True
        if c == 46 and self.column == 0:
            return following <= 0 or following == 10 or following == 13
        if c == 10 or c == 13:
            return not self.istext
        if c == 9 or c == 32:
            return following < 0 or self.quotetabs != 0
        return c < 33

    def is_line_end(self, i: int) -> bool:
        text = self.text
        c = byte_get(text, i)
        if not self.istext or (c != 10 and c != 13):
            return False
        return c == 10 or (i + 1 < byte_len(text) and byte_get(text, i + 1) == 10)

    def take(self, i: int) -> int:
        # Encodes what is at position i; gives where that ends.
        c = byte_get(self.text, i)
        if self.must_quote(i):
            if self.column + 3 >= _LINE:
                self.put(61)
                self.end_line()
            self.quote(c)
            self.column += 3
            return i + 1
        if self.is_line_end(i):
            if self.last == 32 or self.last == 9:
                blank = self.last
                self.last = -1
                self.quote(blank)
            self.end_line()
            return i + 2 if c == 13 else i + 1
        is_last = i + 1 == byte_len(self.text) or byte_get(self.text, i + 1) == 10
        if not is_last and self.column + 1 >= _LINE:
            self.put(61)
            self.end_line()
        self.column += 1
        self.put(95 if self.header and c == 32 else c)
        return i + 1

    def result(self) -> str:
        i = 0
        while i < byte_len(self.text):
            i = self.take(i)
        if self.last >= 0:
            self.out.add_char(self.last)
        return self.out.build()


def b2a_qp(data, quotetabs=False, istext=True, header=False):
    return bytes_of(_Quoter(raw(data), quotetabs, istext, header).result())


# ---- checksums ----------------------------------------------------------------------------


def _crc32_table() -> list[int]:
    table: list[int] = []
    for n in range(256):
        c = n
        for _ in range(8):
            c = c >> 1 ^ 0xEDB88320 if c & 1 else c >> 1
        table.append(c)
    return table


_crc_table = _crc32_table()


def _crc32(text: str, crc: int) -> int:
    table = _crc_table
    crc = ~crc & 0xFFFFFFFF
    i = 0
    while i < byte_len(text):
        crc = crc >> 8 ^ table[(crc ^ byte_get(text, i)) & 255]
        i += 1
    return crc ^ 0xFFFFFFFF


def crc32(data, crc=0):
    return _crc32(raw(data), crc)


def _crc_hqx(text: str, crc: int) -> int:
    crc &= 0xFFFF
    i = 0
    while i < byte_len(text):
        crc ^= byte_get(text, i) << 8
        for _ in range(8):
            crc = (crc << 1 ^ 0x1021 if crc & 0x8000 else crc << 1) & 0xFFFF
        i += 1
    return crc


def crc_hqx(data, crc):
    return _crc_hqx(raw(data), crc)
