# Characters and bytes of strings: what the methods of str and the number formatting are made of.
#
# A string's bytes are its characters in 1, 2 or 4 bytes each (shift 0, 1, 2: the narrowest that fits all of them),
# little endian.
from weft.lowlevel import (
    array_addr,
    array_compare,
    array_copy,
    byte_get,
    byte_len,
    byte_set,
    int_shl,
    int_shr,
    int_udiv,
    int_ult,
    int_urem,
    int_ushr,
    latin1_str,
    native,
    new_str,
    out_of_line,
    same_object,
    str_hash,
    str_resized,
    str_room,
    str_set_hash,
    str_set_room,
    str_shift,
    unset_str,
)

__wrapping__ = True

MAX_INT = 9223372036854775807


def char_at(s: str, i: int) -> int:
    shift = str_shift(s)
    if shift == 0:
        return byte_get(s, i)
    return native("load_wide", array_addr(s, int_shl(i, shift)), shift)


def set_char(s: str, i: int, c: int) -> None:
    shift = str_shift(s)
    if shift == 0:
        byte_set(s, i, c)
    elif shift == 1:
        i = int_shl(i, 1)
        byte_set(s, i, c & 255)
        byte_set(s, i + 1, int_shr(c, 8))
    else:
        i = int_shl(i, 2)
        byte_set(s, i, c & 255)
        byte_set(s, i + 1, int_shr(c, 8) & 255)
        byte_set(s, i + 2, int_shr(c, 16) & 255)
        byte_set(s, i + 3, int_shr(c, 24))


def char_shift(c: int) -> int:
    if c < 256:
        return 0
    if c < 65536:
        return 1
    return 2


def char_str(c: int) -> str:
    if c < 256:
        return latin1_str(c)
    return _any_char(c)


@out_of_line
def _any_char(c: int) -> str:
    if c < 256:
        return latin1_str(c)
    shift = char_shift(c)
    s = new_str(int_shl(1, shift), shift)
    set_char(s, 0, c)
    return s


def item_str(s: str, i: int) -> str:
    # The character at a place as a string.
    shift = str_shift(s)
    if shift == 0:
        return latin1_str(byte_get(s, i))
    return _any_char(native("load_wide", array_addr(s, int_shl(i, shift)), shift))


def _widest(s: str, start: int, end: int) -> int:
    # The shift that the characters start..end need.
    shift = str_shift(s)
    if shift == 0:
        return 0
    bits = 0
    while start < end:
        bits |= char_at(s, start)
        if bits >= 65536 or (shift == 1 and bits >= 256):
            return shift
        start += 1
    return char_shift(bits)


@out_of_line
def substring(s: str, start: int, end: int) -> str:
    # Characters start..end, which must be in range.
    count = end - start
    if count <= 1 or str_shift(s) != 0 or count == byte_len(s):
        return _other_substring(s, start, end)
    out = unset_str(count, 0)
    array_copy(out, 0, s, start, count)
    return out


@out_of_line
def _other_substring(s: str, start: int, end: int) -> str:
    count = end - start
    if count <= 1:
        if count <= 0:
            return ""
        return item_str(s, start)
    shift = str_shift(s)
    if count == int_shr(byte_len(s), shift):
        return s
    narrow = _widest(s, start, end)
    out = unset_str(int_shl(count, narrow), narrow)
    if narrow == shift:
        array_copy(out, 0, s, int_shl(start, shift), int_shl(count, shift))
    else:
        copy_chars(out, 0, s, start, count)
    return out


def copy_chars(to: str, at: int, s: str, start: int, count: int) -> None:
    # Whatever the two widths; the target's must suffice.
    shift = str_shift(s)
    if str_shift(to) == shift:
        array_copy(to, int_shl(at, shift), s, int_shl(start, shift), int_shl(count, shift))
        return
    end = start + count
    while start < end:
        set_char(to, at, char_at(s, start))
        start += 1
        at += 1


def widened(s: str, shift: int) -> str:
    # The same characters in wider form: not a proper string, for searching only.
    if str_shift(s) == shift:
        return s
    count = int_shr(byte_len(s), str_shift(s))
    out = new_str(int_shl(count, shift), shift)
    copy_chars(out, 0, s, 0, count)
    return out


def concat(a: str, b: str) -> str:
    n = byte_len(a)
    m = byte_len(b)
    if n == 0:
        return b
    if m == 0:
        return a
    shift = str_shift(a)
    if shift != str_shift(b):
        return _concat_mixed(a, b)
    out = unset_str(n + m, shift)
    array_copy(out, 0, a, 0, n)
    array_copy(out, n, b, 0, m)
    return out


def _concat_mixed(a: str, b: str) -> str:
    # Of different widths.
    shift = str_shift(a)
    n = int_shr(byte_len(a), shift)
    m = int_shr(byte_len(b), str_shift(b))
    if shift < str_shift(b):
        shift = str_shift(b)
    out = unset_str(int_shl(n + m, shift), shift)
    copy_chars(out, 0, a, 0, n)
    copy_chars(out, n, b, 0, m)
    return out


def extended(a: str, b: str) -> str:
    # a + b where nothing else refers to `a`, which may have room for up to 1 << str_room(a) bytes: see the pass ownership.
    n = byte_len(a)
    m = byte_len(b)
    shift = str_shift(a)
    if m == 0:
        return a
    if n == 0:
        return b
    if shift != str_shift(b):
        return _extended_mixed(a, b)
    out = _grown(a, n + m, shift)
    array_copy(out, n, b, 0, m)
    return out


def _grown(a: str, size: int, shift: int) -> str:
    # The characters of `a` in a string of that many bytes.
    if size <= int_shl(1, str_room(a)) and shift == str_shift(a):
        a = str_resized(a, size)
        str_set_hash(a, 0)
        return a
    room = 5
    while int_shl(1, room) < size + int_shr(size, 1):
        room += 1
    out = unset_str(int_shl(1, room), shift)
    copy_chars(out, 0, a, 0, int_shr(byte_len(a), str_shift(a)))
    out = str_resized(out, size)
    str_set_room(out, room)
    return out


def _extended_mixed(a: str, b: str) -> str:
    shift = str_shift(a)
    n = int_shr(byte_len(a), shift)
    m = int_shr(byte_len(b), str_shift(b))
    if shift < str_shift(b):
        shift = str_shift(b)
    out = _grown(a, int_shl(n + m, shift), shift)
    copy_chars(out, n, b, 0, m)
    return out


def concat3(a: str, b: str, c: str) -> str:
    if str_shift(a) | str_shift(b) | str_shift(c) != 0:
        return concat(concat(a, b), c)
    n = byte_len(a)
    m = n + byte_len(b)
    out = unset_str(m + byte_len(c), 0)
    array_copy(out, 0, a, 0, n)
    array_copy(out, n, b, 0, m - n)
    array_copy(out, m, c, 0, byte_len(c))
    return out


def concat4(a: str, b: str, c: str, d: str) -> str:
    if str_shift(a) | str_shift(b) | str_shift(c) | str_shift(d) != 0:
        return concat(concat(a, b), concat(c, d))
    n = byte_len(a)
    m = n + byte_len(b)
    k = m + byte_len(c)
    out = unset_str(k + byte_len(d), 0)
    array_copy(out, 0, a, 0, n)
    array_copy(out, n, b, 0, m - n)
    array_copy(out, m, c, 0, k - m)
    array_copy(out, k, d, 0, byte_len(d))
    return out


EACH_BYTE = 0x0101010101010101
TOP_BITS = -0x7F7F7F7F7F7F7F80  # of each byte


def word_at(s: str, i: int) -> int:
    return native("load_word", array_addr(s, i))


def set_word(s: str, i: int, word: int) -> None:
    native("store_word", array_addr(s, i), word)


def is_ascii(s: str) -> bool:
    if str_shift(s) != 0:
        return False
    bits = 0
    i = 0
    n = byte_len(s)
    while i + 8 <= n:
        bits |= word_at(s, i)
        i += 8
    while i < n:
        bits |= byte_get(s, i)
        i += 1
    return bits & TOP_BITS == 0


def equal(a: str, b: str) -> bool:
    # the lengths first: chains of comparisons with constants become switches on them
    n = byte_len(b)
    if byte_len(a) != n:
        return False
    if n == 1:
        return byte_get(a, 0) == byte_get(b, 0)
    if n == 0 or same_object(a, b):
        return True
    if str_shift(a) != str_shift(b):
        return False
    # most strings that differ differ at once
    return byte_get(a, 0) == byte_get(b, 0) and array_compare(a, 0, b, 0, n) == 0


def compare(a: str, b: str) -> int:
    # <0, 0, >0
    if str_shift(a) | str_shift(b) != 0:
        return _compare_wide(a, b)
    n = byte_len(a)
    m = byte_len(b)
    order = array_compare(a, 0, b, 0, n if n < m else m)
    if order != 0:
        return order
    return n - m


def _compare_wide(a: str, b: str) -> int:
    n = int_shr(byte_len(a), str_shift(a))
    m = int_shr(byte_len(b), str_shift(b))
    i = 0
    while i < n and i < m:
        order = char_at(a, i) - char_at(b, i)
        if order != 0:
            return order
        i += 1
    return n - m


# ---- building ----


class StringBuilder:
    _buffer: str
    _length: int

    def __init__(self, capacity: int) -> None:
        self._buffer = new_str(capacity, 0)
        self._length = 0

    def _reserve(self, count: int, shift: int) -> None:
        # Room for so many more characters of that width.
        buffer = self._buffer
        old_shift = str_shift(buffer)
        needed = self._length + count
        if shift < old_shift:
            shift = old_shift
        capacity = int_shr(byte_len(buffer), old_shift)
        if needed > capacity:
            capacity = needed + int_shr(needed, 1) + 16
        elif shift == old_shift:
            return
        larger = unset_str(int_shl(capacity, shift), shift)
        copy_chars(larger, 0, buffer, 0, self._length)
        self._buffer = larger

    def add(self, s: str) -> None:
        shift = str_shift(s)
        self.add_part(s, 0, int_shr(byte_len(s), shift))

    def add_part(self, s: str, start: int, end: int) -> None:
        count = end - start
        if count <= 0:
            return
        length = self._length
        self._reserve(count, str_shift(s))
        copy_chars(self._buffer, length, s, start, count)
        self._length = length + count

    def add_char(self, c: int) -> None:
        length = self._length
        self._reserve(1, char_shift(c))
        set_char(self._buffer, length, c)
        self._length = length + 1

    def add_fill(self, c: int, count: int) -> None:
        if count > 0:
            self._reserve(count, char_shift(c))
            while count > 0:
                set_char(self._buffer, self._length, c)
                self._length += 1
                count -= 1

    def length(self) -> int:
        return self._length

    def build(self) -> str:
        buffer = self._buffer
        n = self._length
        shift = str_shift(buffer)
        size = int_shl(n, shift)
        if n <= 1 or byte_len(buffer) - size > int_shr(size, 3) + 16 or shift != _widest(buffer, 0, n):
            return substring_of_buffer(buffer, n)
        self._buffer = ""
        self._length = 0
        return str_resized(buffer, size)


def substring_of_buffer(buffer: str, n: int) -> str:
    shift = _widest(buffer, 0, n)
    out = unset_str(int_shl(n, shift), shift)
    copy_chars(out, 0, buffer, 0, n)
    return out


# ---- UTF-8 ----


def encode_utf8(s: str) -> str:
    # The bytes, as a string of characters below 256.
    n = int_shr(byte_len(s), str_shift(s))
    size = 0
    i = 0
    while i < n:
        c = char_at(s, i)
        size += 1 if c < 128 else (2 if c < 2048 else (3 if c < 65536 else 4))
        if 0xD800 <= c <= 0xDFFF:
            _refuse_surrogate(s, i)
        i += 1
    out = unset_str(size, 0)
    at = 0
    i = 0
    while i < n:
        at = _put_utf8(out, at, char_at(s, i))
        i += 1
    return out


def _refuse_surrogate(s: str, i: int) -> None:
    end = i + 1
    while end < int_shr(byte_len(s), str_shift(s)) and 0xD800 <= char_at(s, end) <= 0xDFFF:
        end += 1
    raise UnicodeEncodeError("utf-8", s, i, end, "surrogates not allowed")


def _put_utf8(out: str, at: int, c: int) -> int:
    if c < 128:
        byte_set(out, at, c)
        return at + 1
    if c < 2048:
        byte_set(out, at, 192 | int_shr(c, 6))
        byte_set(out, at + 1, 128 | c & 63)
        return at + 2
    if c < 65536:
        byte_set(out, at, 224 | int_shr(c, 12))
        byte_set(out, at + 1, 128 | int_shr(c, 6) & 63)
        byte_set(out, at + 2, 128 | c & 63)
        return at + 3
    byte_set(out, at, 240 | int_shr(c, 18))
    byte_set(out, at + 1, 128 | int_shr(c, 12) & 63)
    byte_set(out, at + 2, 128 | int_shr(c, 6) & 63)
    byte_set(out, at + 3, 128 | c & 63)
    return at + 4


def decode_utf8(b: str, start: int, end: int) -> str:
    # Of the bytes start..end; malformed bytes become the surrogates U+DC80..U+DCFF, as in command lines.
    bits = 0
    i = start
    while i < end:
        bits |= byte_get(b, i)
        i += 1
    if bits < 128:
        out = new_str(end - start, 0)
        array_copy(out, 0, b, start, end - start)
        return out
    builder = StringBuilder(end - start)
    i = start
    while i < end:
        size = well_formed(b, i, end)
        if size <= 0:
            builder.add_char(0xDC00 | byte_get(b, i))
            size = 1
        else:
            builder.add_char(utf8_char(b, i, size))
        i += size
    return builder.build()


def continues(b: str, i: int, at: int) -> bool:
    # Whether the byte may stand there in the character that starts at i.
    c = byte_get(b, at)
    first = byte_get(b, i)
    if c & 0xC0 != 0x80:
        return False
    if at > i + 1:
        return True
    if first == 0xE0:
        return c >= 0xA0
    if first == 0xED:
        return c < 0xA0
    if first == 0xF0:
        return c >= 0x90
    return first != 0xF4 or c < 0x90


def well_formed(b: str, i: int, n: int) -> int:
    # Bytes of the character at i; 0: malformed; -1: the end of the bytes cuts it off.
    first = byte_get(b, i)
    if first < 128:
        return 1
    if first < 0xC2 or first > 0xF4:
        return 0
    size = 2 if first < 0xE0 else (3 if first < 0xF0 else 4)
    at = i + 1
    while at < i + size:
        if at >= n:
            return -1
        if not continues(b, i, at):
            return 0
        at += 1
    return size


def utf8_char(b: str, i: int, size: int) -> int:
    c = byte_get(b, i)
    if size == 1:
        return c
    c &= int_shr(127, size)
    k = 1
    while k < size:
        c = int_shl(c, 6) | byte_get(b, i + k) & 63
        k += 1
    return c


# ---- integers as text ----


PAIRS = (
    "0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546474849"
    "5051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899"
)


def int_str(x: int) -> str:
    if int_ult(x, 10):
        return char_str(48 + x)
    size = _int_size(x)
    out = unset_str(size, 0)
    _put_int(out, size, x)
    return out


def concat_int(a: str, x: int) -> str:
    n = byte_len(a)
    if str_shift(a) != 0:
        return _concat_mixed(a, int_str(x))
    end = n + _int_size(x)
    out = unset_str(end, 0)
    array_copy(out, 0, a, 0, n)
    _put_int(out, end, x)
    return out


def _int_size(x: int) -> int:
    return _decimals(-x) + 1 if x < 0 else _decimals(x)


def _put_int(out: str, end: int, x: int) -> None:
    # So that it ends there.
    rest = -x if x < 0 else x
    while not int_ult(rest, 10):
        quotient = int_udiv(rest, 100)
        pair = int_shl(rest - quotient * 100, 1)
        end -= 2
        byte_set(out, end, byte_get(PAIRS, pair))
        byte_set(out, end + 1, byte_get(PAIRS, pair + 1))
        rest = quotient
    if rest != 0 or x == 0:
        end -= 1
        byte_set(out, end, 48 + rest)
    if x < 0:
        byte_set(out, end - 1, 45)


def uint_str(x: int) -> str:
    if x >= 0:
        return int_str(x)
    return int_str(int_udiv(x, 10)) + char_str(48 + int_urem(x, 10))


def _decimals(x: int) -> int:
    # How many digits the unsigned x has.
    size = 1
    while not int_ult(x, 10000):
        x = int_udiv(x, 10000)
        size += 4
    if x < 10:
        return size
    if x < 100:
        return size + 1
    if x < 1000:
        return size + 2
    return size + 3


def uint_digits(x: int, bits: int) -> str:
    # The unsigned x in base 2, 8 or 16 (bits 1, 3, 4).
    size = 1
    rest = int_ushr(x, bits)
    while rest != 0:
        size += 1
        rest = int_ushr(rest, bits)
    return _put_digits(x, bits, size)


def hex_digits(x: int, size: int) -> str:
    return _put_digits(x, 4, size)


def _put_digits(x: int, bits: int, size: int) -> str:
    out = new_str(size, 0)
    mask = int_shl(1, bits) - 1
    while size > 0:
        size -= 1
        digit = x & mask
        byte_set(out, size, 48 + digit if digit < 10 else 87 + digit)
        x = int_ushr(x, bits)
    return out


# ---- hashing ----


def rotate(x: int, n: int) -> int:
    return int_shl(x, n) | int_ushr(x, 64 - n)


def _last_word(s: str, i: int, count: int) -> int:
    word = 0
    while count > 0:
        count -= 1
        word = int_shl(word, 8) | byte_get(s, i + count)
    return word


def hash_str(s: str) -> int:
    # SipHash-1-3 with a zero key over the bytes.
    known = str_hash(s)
    if known != 0:
        return known - 1
    n = byte_len(s)
    if n == 0:
        return 0
    v0 = 0x736F6D6570736575
    v1 = 0x646F72616E646F6D
    v2 = 0x6C7967656E657261
    v3 = 0x7465646279746573
    i = 0
    rounds = 0
    while rounds < 4:
        if rounds == 0:
            if i + 8 <= n:
                word = word_at(s, i)
                i += 8
            else:
                word = _last_word(s, i, n - i) | int_shl(n, 56)
                rounds = 1
            v3 ^= word
        else:
            word = 0
            rounds += 1
        v0 += v1
        v2 += v3
        v1 = rotate(v1, 13) ^ v0
        v3 = rotate(v3, 16) ^ v2
        v0 = rotate(v0, 32)
        v2 += v1
        v0 += v3
        v1 = rotate(v1, 17) ^ v2
        v3 = rotate(v3, 21) ^ v0
        v2 = rotate(v2, 32)
        v0 ^= word
        if rounds == 1:
            v2 ^= 255
    h = v0 ^ v1 ^ v2 ^ v3
    if h == -1:
        h = -2
    str_set_hash(s, h + 1)
    return h
