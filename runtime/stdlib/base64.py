# base64: bytes as letters and digits, in bases 64, 32, 16 and 85.
import binascii
from weft.lowlevel import byte_get, byte_len
from weft.core.bytes import bytes_of, raw
from weft.core.text import StringBuilder, is_ascii

__wrapping__ = True


def _letters(s):
    if isinstance(s, str):
        if not is_ascii(s):
            raise ValueError("string argument should contain only ASCII characters")
        return s.encode("ascii")
    return bytes_of(raw(s))


# ---- base 64 ------------------------------------------------------------------------------


def _check_two(altchars):
    assert len(altchars) == 2, repr(altchars)


def b64encode(s, altchars=None):
    encoded = binascii.b2a_base64(s, newline=False)
    if altchars is None:
        return encoded
    _check_two(altchars)
    return encoded.translate(bytes.maketrans(b"+/", altchars))


def b64decode(s, altchars=None, validate=False):
    data = _letters(s)
    if altchars is not None:
        extra = _letters(altchars)
        _check_two(extra)
        data = data.translate(bytes.maketrans(extra, b"+/"))
    return binascii.a2b_base64(data, strict_mode=validate)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s, b"-_")


def urlsafe_b64decode(s):
    return b64decode(s, b"-_")


def encodebytes(s):
    data = bytes_of(raw(s))
    return b"".join([binascii.b2a_base64(data[i : i + 57]) for i in range(0, len(data), 57)])


def decodebytes(s):
    return binascii.a2b_base64(bytes_of(raw(s)))


# ---- base 16 ------------------------------------------------------------------------------


def b16encode(s):
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    data = _letters(s)
    if casefold:
        data = data.upper()
    for c in data:
        if not (48 <= c <= 57 or 65 <= c <= 70):
            raise binascii.Error("Non-base16 digit found")
    return binascii.unhexlify(data)


# ---- base 32 ------------------------------------------------------------------------------

_DIGITS32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_DIGITS32_HEX = "0123456789ABCDEFGHIJKLMNOPQRSTUV"


def _to_base32(text: str, digits: str) -> str:
    out = StringBuilder(byte_len(text) * 8 // 5 + 8)
    bits = 0
    count = 0
    i = 0
    while i < byte_len(text):
        bits = bits << 8 | byte_get(text, i)
        count += 8
        i += 1
        while count >= 5:
            count -= 5
            out.add_char(byte_get(digits, bits >> count & 31))
        bits &= 31
    if count > 0:
        out.add_char(byte_get(digits, bits << (5 - count) & 31))
    while out.length() % 8 != 0:
        out.add_char(61)
    return out.build()


def _from_base32(text: str, digits: str) -> str:
    padded = byte_len(text)
    if padded % 8 != 0:
        raise binascii.Error("Incorrect padding")
    n = padded
    while n > 0 and byte_get(text, n - 1) == 61:
        n -= 1
    out = StringBuilder(n * 5 // 8)
    bits = 0
    count = 0
    i = 0
    while i < n:
        digit = digits.find(chr(byte_get(text, i)))
        if digit < 0:
            raise binascii.Error("Non-base32 digit found")
        bits = (bits << 5 | digit) & 0xFFFF
        count += 5
        i += 1
        if count >= 8:
            count -= 8
            out.add_char(bits >> count & 255)
    missing = padded - n
    if missing != 0 and missing != 1 and missing != 3 and missing != 4 and missing != 6:
        raise binascii.Error("Incorrect padding")
    return out.build()


def b32encode(s):
    return bytes_of(_to_base32(raw(s), _DIGITS32))


def b32hexencode(s):
    return bytes_of(_to_base32(raw(s), _DIGITS32_HEX))


def b32decode(s, casefold=False, map01=None):
    data = _letters(s)
    if map01 is not None:
        one = _letters(map01)
        assert len(one) == 1, repr(one)
        data = data.translate(bytes.maketrans(b"01", b"O" + one))
    if casefold:
        data = data.upper()
    return bytes_of(_from_base32(raw(data), _DIGITS32))


def b32hexdecode(s, casefold=False):
    data = _letters(s)
    if casefold:
        data = data.upper()
    return bytes_of(_from_base32(raw(data), _DIGITS32_HEX))


# ---- base 85 ------------------------------------------------------------------------------

_DIGITS85 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~"


def _word(text: str, i: int) -> int:
    # Four bytes from position i; those behind the end are 0.
    word = 0
    for k in range(4):
        word = word << 8 | (byte_get(text, i + k) if i + k < byte_len(text) else 0)
    return word


def _five_digits(word: int) -> list[int]:
    digits = [0] * 5
    for k in range(4, -1, -1):
        digits[k] = word % 85
        word //= 85
    return digits


def b85encode(b, pad=False):
    text = raw(b)
    out = StringBuilder(byte_len(text) * 5 // 4 + 5)
    for i in range(0, byte_len(text), 4):
        left = byte_len(text) - i
        count = 5 if pad or left >= 4 else left + 1
        for digit in _five_digits(_word(text, i))[:count]:
            out.add_char(byte_get(_DIGITS85, digit))
    return bytes_of(out.build())


def _add_word(out: StringBuilder, word: int, count: int) -> None:
    for k in range(count):
        out.add_char(word >> (24 - 8 * k) & 255)


def b85decode(b):
    data = raw(_letters(b))
    out = StringBuilder(len(data))
    for i in range(0, len(data), 5):
        word = 0
        for k in range(i, i + 5):
            digit = _DIGITS85.find(data[k]) if k < len(data) else 84
            if digit < 0:
                raise ValueError("bad base85 character at position " + str(k))
            word = word * 85 + digit
        if word > 0xFFFFFFFF:
            raise ValueError("base85 overflow in hunk starting at byte " + str(i))
        left = len(data) - i
        _add_word(out, word, 4 if left >= 5 else left - 1)
    return bytes_of(out.build())


def _ascii85_group(text: str, i: int, foldspaces: int, pad: int) -> str:
    word = _word(text, i)
    left = byte_len(text) - i
    if word == 0 and (left >= 4 or pad):
        return "z"
    if foldspaces and word == 0x20202020 and left >= 4:
        return "y"
    digits = "".join([chr(33 + digit) for digit in _five_digits(word)])
    return digits if pad or left >= 4 else digits[: left + 1]


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    text = raw(b)
    encoded = "".join([_ascii85_group(text, i, foldspaces, pad) for i in range(0, byte_len(text), 4)])
    if adobe:
        encoded = "<~" + encoded
    if wrapcol:
        width = max(2 if adobe else 1, wrapcol)
        lines = [encoded[i : i + width] for i in range(0, len(encoded), width)]
        if adobe and len(lines[-1]) + 2 > width:
            lines.append("")
        encoded = "\n".join(lines)
    return (encoded + "~>" if adobe else encoded).encode("ascii")


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b" \t\n\r\v"):
    data = raw(_letters(b))
    if adobe:
        if not data.endswith("~>"):
            raise ValueError("Ascii85 encoded byte sequences must end with b'~>'")
        data = data[2:-2] if data.startswith("<~") else data[:-2]
    skipped = raw(ignorechars)
    out = StringBuilder(len(data))
    word = 0
    count = 0
    for c in data + "u" * 4:
        if "!" <= c <= "u":
            word = word * 85 + ord(c) - 33
            count += 1
            if count == 5:
                if word > 0xFFFFFFFF:
                    raise ValueError("Ascii85 overflow")
                _add_word(out, word, 4)
                word = 0
                count = 0
        elif c == "z" or (foldspaces and c == "y"):
            if count > 0:
                raise ValueError("'" + c + "' inside Ascii85 5-tuple")
            _add_word(out, 0 if c == "z" else 0x20202020, 4)
        elif c not in skipped:
            raise ValueError("Non-Ascii85 digit found: " + c)
    padding = 4 - count
    decoded = out.build()
    return bytes_of(decoded[:-padding] if padding > 0 else decoded)
