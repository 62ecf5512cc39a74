# Numbers as bytes, for array and struct.
from weft.lowlevel import bits_float, byte_get, float_bits
from weft.core.text import StringBuilder

OVERFLOW = -1


def put_int(out: StringBuilder, x: int, size: int, is_big: bool) -> None:
    for i in range(size):
        out.add_char(x >> 8 * (size - 1 - i if is_big else i) & 255)


def get_int(text: str, at: int, size: int, is_big: bool, is_signed: bool) -> int:
    # One that does not fit in 64 bits ends the program.
    value = 0
    for i in range(size):
        byte = byte_get(text, at + (i if is_big else size - 1 - i))
        if i == 0 and is_signed and byte > 127:
            byte -= 256
        value = value * 256 + byte
    return value


def _rounded(m: int, shift: int) -> int:
    # m / 2 ** shift, half to even.
    if shift > 54:
        return 0
    whole = m >> shift
    rest = m & (1 << shift) - 1
    half = 1 << shift - 1
    return whole + 1 if rest > half or (rest == half and whole & 1) else whole


def narrow(x: float, exponent_bits: int, fraction_bits: int) -> int:
    # The bits of x as a smaller float; OVERFLOW if it is too large for that.
    bits = float_bits(x)
    sign = (1 if bits < 0 else 0) << exponent_bits + fraction_bits
    exponent = bits >> 52 & 2047
    m = bits & (1 << 52) - 1
    lost = 52 - fraction_bits
    top = (1 << exponent_bits) - 1
    if exponent == 2047:
        if m != 0:
            m |= 1 << 51
        return sign | top << fraction_bits | m >> lost
    exponent += (top >> 1) - 1023
    if exponent <= 0:
        return sign | _rounded(m | 1 << 52, lost + 1 - exponent)
    result = (exponent << fraction_bits) + _rounded(m, lost) if exponent < top else top << fraction_bits
    return OVERFLOW if result >> fraction_bits >= top else sign | result


def widen(bits: int, exponent_bits: int, fraction_bits: int) -> float:
    top = (1 << exponent_bits) - 1
    exponent = bits >> fraction_bits & top
    m = bits & (1 << fraction_bits) - 1
    is_negative = bits >> exponent_bits + fraction_bits & 1
    if exponent == 0:
        size = float(m) * bits_float(1023 - (top >> 1) + 1 - fraction_bits << 52)
    elif exponent == top:
        size = bits_float(2047 << 52 | m << 52 - fraction_bits)
    else:
        size = bits_float(exponent - (top >> 1) + 1023 << 52 | m << 52 - fraction_bits)
    return -size if is_negative else size


def put_float(out: StringBuilder, x: float, size: int, is_big: bool) -> bool:
    # False if x is too large.
    bits = narrow(x, 5, 10) if size == 2 else (narrow(x, 8, 23) if size == 4 else float_bits(x))
    if size < 8 and bits == OVERFLOW:
        return False
    put_int(out, bits, size, is_big)
    return True


def get_float(text: str, at: int, size: int, is_big: bool) -> float:
    bits = get_int(text, at, size, is_big, size == 8)
    if size == 8:
        return bits_float(bits)
    return widen(bits, 5, 10) if size == 2 else widen(bits, 8, 23)


def single(x: float) -> float:
    # Rounded as C does for its smaller type.
    bits = narrow(x, 8, 23)
    if bits == OVERFLOW:
        bits = (511 if x < 0.0 else 255) << 23
    return widen(bits, 8, 23)
