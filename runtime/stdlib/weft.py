# weft: what programs may ask of the compiler. Under CPython the package of this name beside the compiler does the same.
from weft.lowlevel import (
    as_word,
    expansion,
    free as free_raw,
    int_add,
    int_div,
    int_floordiv,
    int_invert,
    int_mod,
    int_mul,
    int_neg,
    int_shl,
    int_shr,
    int_sub,
    int_udiv,
    int_ule,
    int_ult,
    int_umulhi,
    int_urem,
    int_ushr,
    primitive,
    word_bits,
)
from weft.core.format import format_int, format_integer, uint_to_float
from weft.core.number import hash_int
from weft.core.text import int_str, uint_str

compiled = True
free = free_raw  # ends an object of a class with `_alloc_flavor_ = "raw"`; not a function, so that errors name the call
_LEAST = -9223372036854775808


# ovfcheck(a + b): the sum, or an OverflowError that can be caught. Calls with + - * inside become checked_add(a, b), ..
@expansion("operation checked_")
def ovfcheck(value):
    return value


def _refuse() -> None:
    raise OverflowError("integer result does not fit in 64 bits")


def _add(a: int, b: int) -> int:
    total = int_add(a, b)
    if ((a ^ total) & (b ^ total)) < 0:
        _refuse()
    return total


def _sub(a: int, b: int) -> int:
    difference = int_sub(a, b)
    if ((a ^ b) & (a ^ difference)) < 0:
        _refuse()
    return difference


def _mul(a: int, b: int) -> int:
    product = int_mul(a, b)
    if a == -1 and b == _LEAST or b == -1 and a == _LEAST:
        _refuse()
    if a != 0 and a != -1 and int_div(product, a) != b:
        _refuse()
    return product


def checked_add(a, b):
    if isinstance(a, int) and isinstance(b, int):
        return _add(int(a), int(b))
    return a + b


def checked_sub(a, b):
    if isinstance(a, int) and isinstance(b, int):
        return _sub(int(a), int(b))
    return a - b


def checked_mul(a, b):
    if isinstance(a, int) and isinstance(b, int):
        return _mul(int(a), int(b))
    return a * b


# ---- integers modulo 2**64 ------------------------------------------------------------------

# An object of these classes is its 64 bits: it is kept in registers, and in containers as it is. The operators take
# another of the same class, or an int, whose 64 bits count; comparisons with ints are exact.


def _bits(x):
    if isinstance(x, (u64, i64)):
        return word_bits(x)
    if isinstance(x, int):
        return int(x)
    raise TypeError("an integer is required")


def _need_divisor(bits: int, message: str) -> None:
    if bits == 0:
        raise ZeroDivisionError(message)


def _shift_count(n):
    # 64 for all that shift everything out.
    count = _bits(n)
    if int_ult(count, 64):
        return count
    if isinstance(n, (int, i64)) and count < 0:
        raise ValueError("negative shift count")
    return 64


class _Word:
    __slots__ = ()
    _weft_compares = True

    def __new__(cls, x=0):
        return as_word(cls, _bits(x))

    def __add__(self, other):
        if isinstance(other, (int, type(self))):
            return as_word(type(self), int_add(word_bits(self), _bits(other)))
        return NotImplemented

    def __radd__(self, other):
        return self + other if isinstance(other, int) else NotImplemented

    def __sub__(self, other):
        if isinstance(other, (int, type(self))):
            return as_word(type(self), int_sub(word_bits(self), _bits(other)))
        return NotImplemented

    def __rsub__(self, other):
        return as_word(type(self), int_sub(_bits(other), word_bits(self))) if isinstance(other, int) else NotImplemented

    def __mul__(self, other):
        if isinstance(other, (int, type(self))):
            return as_word(type(self), int_mul(word_bits(self), _bits(other)))
        return NotImplemented

    def __rmul__(self, other):
        return self * other if isinstance(other, int) else NotImplemented

    def __and__(self, other):
        if isinstance(other, (int, type(self))):
            return as_word(type(self), word_bits(self) & _bits(other))
        return NotImplemented

    def __rand__(self, other):
        return self & other if isinstance(other, int) else NotImplemented

    def __or__(self, other):
        if isinstance(other, (int, type(self))):
            return as_word(type(self), word_bits(self) | _bits(other))
        return NotImplemented

    def __ror__(self, other):
        return self | other if isinstance(other, int) else NotImplemented

    def __xor__(self, other):
        if isinstance(other, (int, type(self))):
            return as_word(type(self), word_bits(self) ^ _bits(other))
        return NotImplemented

    def __rxor__(self, other):
        return self ^ other if isinstance(other, int) else NotImplemented

    def __floordiv__(self, other):
        if isinstance(other, (int, type(self))):
            return self._divided(_bits(other))
        return NotImplemented

    def __rfloordiv__(self, other):
        return as_word(type(self), _bits(other)) // self if isinstance(other, int) else NotImplemented

    def __mod__(self, other):
        if isinstance(other, (int, type(self))):
            return self._rest(_bits(other))
        return NotImplemented

    def __rmod__(self, other):
        return as_word(type(self), _bits(other)) % self if isinstance(other, int) else NotImplemented

    def __pow__(self, n):
        count = _bits(n)
        if count < 0:
            raise ValueError("negative exponent")
        power = 1
        base = word_bits(self)
        while count > 0:
            if count & 1:
                power = int_mul(power, base)
            base = int_mul(base, base)
            count = int_shr(count, 1)
        return as_word(type(self), power)

    def __lshift__(self, n):
        count = _shift_count(n)
        return as_word(type(self), int_shl(word_bits(self), count) if count < 64 else 0)

    def __neg__(self):
        return as_word(type(self), int_neg(word_bits(self)))

    def __pos__(self):
        return self

    def __invert__(self):
        return as_word(type(self), int_invert(word_bits(self)))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __eq__(self, other):
        if isinstance(other, type(self)):
            return word_bits(self) == word_bits(other)
        if isinstance(other, int):
            return self._equals(int(other))
        return NotImplemented

    def bit_count(self):
        rest = word_bits(self)
        rest = rest - (int_ushr(rest, 1) & 0x5555555555555555)
        rest = (rest & 0x3333333333333333) + (int_ushr(rest, 2) & 0x3333333333333333)
        rest = (rest + int_ushr(rest, 4)) & 0x0F0F0F0F0F0F0F0F
        return int_ushr(int_mul(rest, 0x0101010101010101), 56)

    def rotate_left(self, n):
        count = _bits(n) & 63
        bits = word_bits(self)
        return as_word(type(self), int_shl(bits, count) | int_ushr(bits, -count & 63))


@primitive("word")
class u64(_Word):
    __slots__ = ()

    def _divided(self, bits):
        _need_divisor(bits, "integer division or modulo by zero")
        return as_word(u64, int_udiv(word_bits(self), bits))

    def _rest(self, bits):
        _need_divisor(bits, "integer modulo by zero")
        return as_word(u64, int_urem(word_bits(self), bits))

    def __rshift__(self, n):
        count = _shift_count(n)
        return as_word(u64, int_ushr(word_bits(self), count) if count < 64 else 0)

    def _equals(self, other):
        return other >= 0 and word_bits(self) == other

    def __lt__(self, other):
        if isinstance(other, u64):
            return int_ult(word_bits(self), word_bits(other))
        if isinstance(other, int):
            return other >= 0 and int_ult(word_bits(self), int(other))
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, u64):
            return int_ule(word_bits(self), word_bits(other))
        if isinstance(other, int):
            return other >= 0 and int_ule(word_bits(self), int(other))
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, (int, u64)):
            return not self <= other
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, (int, u64)):
            return not self < other
        return NotImplemented

    def high_product(self, other):
        # The upper 64 bits of the product.
        return as_word(u64, int_umulhi(word_bits(self), _bits(other)))

    def bit_length(self):
        rest = word_bits(self)
        size = 0
        while rest != 0:
            rest = int_ushr(rest, 1)
            size += 1
        return size

    def __hash__(self):
        return int_urem(word_bits(self), 2305843009213693951)

    def __int__(self):
        bits = word_bits(self)
        if bits < 0:
            raise OverflowError("u64 does not fit in an int of 64 bits")
        return bits

    def __index__(self):
        return self.__int__()

    def __float__(self):
        return uint_to_float(word_bits(self))

    def __repr__(self):
        return uint_str(word_bits(self))

    def __format__(self, spec: str) -> str:
        if spec == "":
            return uint_str(word_bits(self))
        return format_integer(False, word_bits(self), spec, "u64")


@primitive("word")
class i64(_Word):
    __slots__ = ()

    def _divided(self, bits):
        _need_divisor(bits, "integer division or modulo by zero")
        return as_word(i64, int_floordiv(word_bits(self), bits))

    def _rest(self, bits):
        _need_divisor(bits, "integer modulo by zero")
        return as_word(i64, int_mod(word_bits(self), bits))

    def __rshift__(self, n):
        count = _shift_count(n)
        return as_word(i64, int_shr(word_bits(self), count if count < 64 else 63))

    def _equals(self, other):
        return word_bits(self) == other

    def __lt__(self, other):
        if isinstance(other, (int, i64)):
            return word_bits(self) < _bits(other)
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, (int, i64)):
            return word_bits(self) <= _bits(other)
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, (int, i64)):
            return word_bits(self) > _bits(other)
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, (int, i64)):
            return word_bits(self) >= _bits(other)
        return NotImplemented

    def __abs__(self):
        return -self if word_bits(self) < 0 else self

    def __hash__(self):
        return hash_int(word_bits(self))

    def __int__(self):
        return word_bits(self)

    def __index__(self):
        return word_bits(self)

    def __float__(self):
        return float(word_bits(self))

    def __repr__(self):
        return int_str(word_bits(self))

    def __format__(self, spec: str) -> str:
        return format_int(word_bits(self), spec, "i64")
