# Codecs: UTF-8, ASCII and Latin-1, with CPython's error handlers. Bytes are held as strings of characters below 256.
from weft.lowlevel import byte_get, byte_len
from weft.core.bytes import bytes_of
from weft.core.exceptions import end_program
from weft.core.text import (
    StringBuilder, char_at, continues, decode_utf8, encode_utf8, hex_digits, int_str, is_ascii, utf8_char, well_formed,
)

__wrapping__ = True

UTF8 = 0
ASCII = 1
LATIN1 = 2

STRICT = 0
IGNORE = 1
REPLACE = 2
SURROGATE_ESCAPE = 3
BACKSLASH = 4
XML = 5
SURROGATE_PASS = 6


def _codec_name(codec: int) -> str:
    return "utf-8" if codec == UTF8 else ("ascii" if codec == ASCII else "latin-1")


def codec_of(name: str) -> int:
    plain = name.lower().replace("_", "-").replace(" ", "-")
    if plain == "utf-8" or plain == "utf8" or plain == "u8" or plain == "utf" or plain == "cp65001":
        return UTF8
    if plain == "ascii" or plain == "us-ascii" or plain == "646" or plain == "ansi-x3.4-1968":
        return ASCII
    if plain == "latin-1" or plain == "latin1" or plain == "iso-8859-1" or plain == "iso8859-1" or plain == "l1":
        return LATIN1
    if plain == "latin" or plain == "8859" or plain == "cp819" or plain == "iso8859":
        return LATIN1
    for known in ("utf", "cp", "iso", "koi8", "mac", "shift", "euc", "gb", "big5", "idna", "unicode", "raw", "win"):
        if plain.startswith(known):
            end_program("the encoding '" + name + "'")
    raise LookupError("unknown encoding: " + name)


def handler_of(name: str) -> int:
    if name == "strict":
        return STRICT
    if name == "ignore":
        return IGNORE
    if name == "replace":
        return REPLACE
    if name == "surrogateescape":
        return SURROGATE_ESCAPE
    if name == "backslashreplace":
        return BACKSLASH
    if name == "xmlcharrefreplace":
        return XML
    if name == "surrogatepass":
        return SURROGATE_PASS
    if name == "namereplace":
        end_program("the error handler 'namereplace'")
    raise LookupError("unknown error handler name '" + name + "'")


# ---- encoding ----


def encode(s: str, encoding: str, errors: str) -> str:
    codec = codec_of(encoding)
    if is_ascii(s):
        return s
    limit = 128 if codec == ASCII else (256 if codec == LATIN1 else 0x110000)
    bad = _next_bad(s, 0, limit)
    if bad == len(s):
        return encode_utf8(s) if codec == UTF8 else s
    handler = handler_of(errors)
    out = StringBuilder(len(s))
    done = 0
    while bad < len(s):
        end = bad + 1
        while end < len(s) and _is_bad(char_at(s, end), limit):
            end += 1
        _add_good(out, s, done, bad, codec)
        _encode_badly(out, s, bad, end, codec, handler)
        done = end
        bad = _next_bad(s, end, limit)
    _add_good(out, s, done, len(s), codec)
    return out.build()


def _is_bad(c: int, limit: int) -> bool:
    return c >= limit or 0xD800 <= c <= 0xDFFF


def _next_bad(s: str, i: int, limit: int) -> int:
    n = len(s)
    while i < n and not _is_bad(char_at(s, i), limit):
        i += 1
    return i


def _add_good(out: StringBuilder, s: str, start: int, end: int, codec: int) -> None:
    if codec == UTF8:
        out.add(encode_utf8(s[start:end]))
    else:
        out.add_part(s, start, end)


def _reason(codec: int) -> str:
    if codec == UTF8:
        return "surrogates not allowed"
    return "ordinal not in range(128)" if codec == ASCII else "ordinal not in range(256)"


def _encode_badly(out: StringBuilder, s: str, start: int, end: int, codec: int, handler: int) -> None:
    i = start
    while i < end:
        c = char_at(s, i)
        if handler == REPLACE:
            out.add_char(63)
        elif handler == BACKSLASH:
            out.add(escaped_char(c))
        elif handler == XML:
            out.add("&#" + int_str(c) + ";")
        elif handler == SURROGATE_ESCAPE and 0xDC80 <= c <= 0xDCFF:
            out.add_char(c - 0xDC00)
        elif handler == SURROGATE_PASS and codec == UTF8:
            out.add_char(0xE0 | c >> 12)
            out.add_char(0x80 | c >> 6 & 63)
            out.add_char(0x80 | c & 63)
        elif handler != IGNORE:
            raise UnicodeEncodeError(_codec_name(codec), s, i, end, _reason(codec))
        i += 1


def escaped_char(c: int) -> str:
    if c < 256:
        return "\\x" + hex_digits(c, 2)
    return "\\u" + hex_digits(c, 4) if c < 65536 else "\\U" + hex_digits(c, 8)


# ---- decoding ----


def decode(b: str, encoding: str, errors: str) -> str:
    codec = codec_of(encoding)
    if codec == LATIN1 or is_ascii(b):
        return b
    handler = STRICT if errors == "strict" else handler_of(errors)
    out = StringBuilder(len(b))
    i = 0
    n = len(b)
    while i < n:
        size = well_formed(b, i, n) if codec == UTF8 else (1 if byte_get(b, i) < 128 else -1)
        if size > 0:
            out.add_char(utf8_char(b, i, size))
            i += size
        else:
            end = i + 1 if codec == ASCII else _bad_end(b, i, n)
            if handler == SURROGATE_PASS and codec == UTF8 and _is_surrogate(b, i, n):
                out.add_char(utf8_char(b, i, 3))
                end = i + 3
            else:
                _decode_badly(out, b, i, end, codec, handler)
            i = end
    return out.build()


def _is_surrogate(b: str, i: int, n: int) -> bool:
    if i + 3 > n or byte_get(b, i) != 0xED:
        return False
    return byte_get(b, i + 1) & 0xE0 == 0xA0 and byte_get(b, i + 2) & 0xC0 == 0x80


def _bad_end(b: str, i: int, n: int) -> int:
    # The end of the malformed bytes at i: as long as they might have begun a character.
    first = byte_get(b, i)
    if first < 0xC2 or first > 0xF4:
        return i + 1
    size = 2 if first < 0xE0 else (3 if first < 0xF0 else 4)
    end = i + 1
    while end < n and end < i + size and continues(b, i, end):
        end += 1
    return end


def incomplete_tail(b: str, encoding: str) -> int:
    # How many bytes the last character lacks.
    if codec_of(encoding) != UTF8:
        return 0
    n = byte_len(b)
    i = n - 1
    while i >= 0 and i > n - 4 and byte_get(b, i) & 0xC0 == 0x80:
        i -= 1
    if i < 0 or well_formed(b, i, n) >= 0:
        return 0
    first = byte_get(b, i)
    return (2 if first < 0xE0 else (3 if first < 0xF0 else 4)) - (n - i)


def _decode_badly(out: StringBuilder, b: str, start: int, end: int, codec: int, handler: int) -> None:
    if handler == REPLACE:
        out.add_char(0xFFFD)
    elif handler == BACKSLASH or handler == SURROGATE_ESCAPE:
        while start < end:
            c = byte_get(b, start)
            if handler == BACKSLASH:
                out.add(escaped_char(c))
            else:
                out.add_char(0xDC00 | c)
            start += 1
    elif handler == XML:
        raise TypeError("don't know how to handle UnicodeDecodeError in error callback")
    elif handler != IGNORE:
        _refuse_bytes(b, start, end, codec)


def _refuse_bytes(b: str, start: int, end: int, codec: int) -> None:
    reason = "ordinal not in range(128)"
    if codec == UTF8:
        first = byte_get(b, start)
        if first < 0xC2 or first > 0xF4:
            reason = "invalid start byte"
        elif end == byte_len(b) and well_formed(b, start, end) < 0:
            reason = "unexpected end of data"
        else:
            reason = "invalid continuation byte"
    raise UnicodeDecodeError(_codec_name(codec), bytes_of(b), start, end, reason)
