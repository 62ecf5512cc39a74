# Arithmetic that is more than one machine operation: Python's division, powers, shifts, exact comparison of
# integers with floats, and the operators on scalar unions (None, bool, int or float, known by a tag).
from weft.lowlevel import (
    bits_float,
    float_abs,
    float_add,
    float_div,
    float_floor,
    float_mul,
    float_neg,
    float_sub,
    float_to_int,
    int_add_ovf,
    int_floordiv as machine_floordiv,
    int_mod as machine_mod,
    int_mul_ovf,
    int_neg,
    int_neg_ovf,
    int_shl,
    int_shl_ovf,
    int_shr,
    int_sub_ovf,
    int_to_float,
    int_udiv,
    int_ule,
    int_ult,
    int_umulhi,
    int_urem,
    native,
    scalar_bool,
    scalar_float,
    scalar_int,
    scalar_tag,
)
from weft.core.limits import EXACT, INFINITY, MIN_INT, TAG_BOOL, TAG_FLOAT, TAG_INT, TAG_NONE, TWO63
from weft.core.exceptions import end_program

__wrapping__ = True


# ---- int ----


def int_floordiv(a: int, b: int) -> int:
    if b == 0:
        _division_by_zero()
    if b == -1:
        return int_neg_ovf(a)
    return machine_floordiv(a, b)


def _division_by_zero() -> None:
    raise ZeroDivisionError("integer division or modulo by zero")


def int_mod(a: int, b: int) -> int:
    if b == 0:
        _modulo_by_zero()
    return machine_mod(a, b)


def _modulo_by_zero() -> None:
    raise ZeroDivisionError("integer modulo by zero")


def int_truediv(a: int, b: int) -> float:
    if b == 0:
        raise ZeroDivisionError("division by zero")
    if -EXACT <= a <= EXACT and -EXACT <= b <= EXACT:
        return float_div(int_to_float(a), int_to_float(b))
    quotient = _divide_rounded(int_neg(a) if a < 0 else a, int_neg(b) if b < 0 else b)
    if (a < 0) != (b < 0):
        return float_neg(quotient)
    return quotient


def _divide_rounded(a: int, b: int) -> float:
    # Of unsigned integers: at least 55 bits of the quotient, the lowest one standing for all that follow.
    if a == 0:
        return 0.0
    quotient = int_udiv(a, b)
    rest = int_urem(a, b)
    shift = 0
    while int_ult(quotient, 36028797018963968):
        quotient = int_shl(quotient, 1)
        if rest < 0 or int_ule(b, int_shl(rest, 1)):
            quotient |= 1
            rest = int_shl(rest, 1) - b
        else:
            rest = int_shl(rest, 1)
        shift += 1
    if rest != 0:
        quotient |= 1
    if quotient < 0:
        return TWO63
    return float_mul(int_to_float(quotient), bits_float(int_shl(1023 - shift, 52)))


def int_pow_int(a: int, b: int) -> int:
    result = 1
    while True:
        if b & 1:
            result = int_mul_ovf(result, a)
        b = int_shr(b, 1)
        if b == 0:
            return result
        a = int_mul_ovf(a, a)


def int_pow(a: int, b: int) -> int | float:
    if b < 0:
        return float_pow(int_to_float(a), int_to_float(b))
    return int_pow_int(a, b)


def int_lshift(a: int, b: int) -> int:
    if b < 0:
        raise ValueError("negative shift count")
    if a == 0:
        return 0
    return int_shl_ovf(a, b)


def int_rshift(a: int, b: int) -> int:
    if b < 0:
        raise ValueError("negative shift count")
    if b > 63:
        b = 63
    return int_shr(a, b)


def int_divmod(a: int, b: int) -> tuple[int, int]:
    if b == 0:
        raise ZeroDivisionError("integer division or modulo by zero")
    return (int_floordiv(a, b), machine_mod(a, b))


def int_pow_mod(a: int, b: int, m: int) -> int:
    if m == 0:
        raise ValueError("pow() 3rd argument cannot be 0")
    if m == MIN_INT:
        int_neg_ovf(m)
    modulus = -m if m < 0 else m
    if b < 0:
        a = _inverse(machine_mod(a, modulus), modulus)
        if b == MIN_INT:
            a = _multiply_mod(a, a, modulus)
            b = 4611686018427387904
        else:
            b = -b
    result = 0 if modulus == 1 else 1
    a = machine_mod(a, modulus)
    while b > 0:
        if b & 1:
            result = _multiply_mod(result, a, modulus)
        b = int_shr(b, 1)
        if b > 0:
            a = _multiply_mod(a, a, modulus)
    if m < 0 and result > 0:
        return result + m
    return result


def _multiply_mod(a: int, b: int, m: int) -> int:
    # 0 <= a, b < m
    if int_umulhi(a, b) == 0:
        return int_urem(a * b, m)
    if m < 1125899906842624:
        # The quotient in floating point is off by one at most.
        quotient = float_to_int(float_div(float_mul(int_to_float(a), int_to_float(b)), int_to_float(m)))
        rest = a * b - quotient * m
        if rest < 0:
            return rest + m
        if rest >= m:
            return rest - m
        return rest
    result = 0
    while b > 0:
        if b & 1:
            result = int_urem(result + a, m)
        a = int_urem(a + a, m)
        b = int_shr(b, 1)
    return result


def _inverse(a: int, m: int) -> int:
    x = 0
    y = 1
    r = m
    s = a
    while s != 0:
        q = machine_floordiv(r, s)
        t = x - q * y
        x = y
        y = t
        t = r - q * s
        r = s
        s = t
    if r != 1:
        raise ValueError("base is not invertible for the given modulus")
    return machine_mod(x, m)


# ---- float ----


def float_truediv(a: float, b: float) -> float:
    if b == 0.0:
        raise ZeroDivisionError("float division by zero")
    return float_div(a, b)


def _floor_quotient(a: float, b: float, rest: float) -> float:
    # rest is the C remainder of a by b.
    quotient = float_div(float_sub(a, rest), b)
    if rest != 0.0 and (b < 0.0) != (rest < 0.0):
        quotient = float_sub(quotient, 1.0)
    if quotient == 0.0:
        return native("copysign", 0.0, float_div(a, b))
    floor = float_floor(quotient)
    if float_sub(quotient, floor) > 0.5:
        floor = float_add(floor, 1.0)
    return floor


def _floor_rest(b: float, rest: float) -> float:
    if rest == 0.0:
        return native("copysign", 0.0, b)
    if (b < 0.0) != (rest < 0.0):
        return float_add(rest, b)
    return rest


def float_floordiv(a: float, b: float) -> float:
    if b == 0.0:
        raise ZeroDivisionError("float floor division by zero")
    return _floor_quotient(a, b, native("fmod", a, b))


def float_mod(a: float, b: float) -> float:
    if b == 0.0:
        raise ZeroDivisionError("float modulo")
    return _floor_rest(b, native("fmod", a, b))


def float_divmod(a: float, b: float) -> tuple[float, float]:
    if b == 0.0:
        raise ZeroDivisionError("float divmod()")
    rest = native("fmod", a, b)
    return (_floor_quotient(a, b, rest), _floor_rest(b, rest))


def _surely_square(a: float, product: float) -> bool:
    # Whether the C library's pow(a, 2.0), which errs by less than 0.54 of the last place, is the product a * a. That is
    # surely so if a * a, computed exactly (Dekker), is further than a sixteenth of the last place from where rounding
    # changes. It is seven times out of eight.
    magnitude = float_abs(a)
    if not 1e-140 < magnitude < 1e150:
        return False
    spread = float_mul(a, 134217729.0)
    upper = float_sub(spread, float_sub(spread, a))
    lower = float_sub(a, upper)
    cross = float_mul(2.0, float_mul(upper, lower))
    rest = float_add(float_add(float_sub(float_mul(upper, upper), product), cross), float_mul(lower, lower))
    return float_add(product, float_mul(rest, 1.1428571428571428)) == product


def float_pow(a: float, b: float) -> float:
    if b == 2.0:
        product = float_mul(a, a)
        if _surely_square(a, product):
            return product
    if a == 0.0 and b < 0.0 and b != -INFINITY:
        raise ZeroDivisionError("0.0 cannot be raised to a negative power")
    if a < 0.0 and a != -INFINITY and float_abs(b) != INFINITY and b == b and float_floor(b) != b:
        end_program("complex numbers (a negative number to a fractional power)")
    result = native("pow", a, b)
    if float_abs(result) == INFINITY and float_abs(a) != INFINITY and float_abs(b) != INFINITY and a != 0.0:
        raise OverflowError(34, "Numerical result out of range")
    return result


# ---- exact comparison of int and float ----


def int_compare_float(a: int, b: float) -> int:
    # -1, 0, 1; 2 if b is not a number.
    if b != b:
        return 2
    if b >= TWO63:
        return -1
    if b < -TWO63:
        return 1
    whole = float_to_int(b)
    if a != whole:
        return -1 if a < whole else 1
    part = float_sub(b, int_to_float(whole))
    if part == 0.0:
        return 0
    return -1 if part > 0.0 else 1


def int_lt_float(a: int, b: float) -> bool:
    if -EXACT <= a <= EXACT:
        return int_to_float(a) < b
    return int_compare_float(a, b) < 0


def int_le_float(a: int, b: float) -> bool:
    if -EXACT <= a <= EXACT:
        return int_to_float(a) <= b
    return int_compare_float(a, b) <= 0


def int_eq_float(a: int, b: float) -> bool:
    if -EXACT <= a <= EXACT:
        return int_to_float(a) == b
    return int_compare_float(a, b) == 0


def int_ne_float(a: int, b: float) -> bool:
    return not int_eq_float(a, b)


def int_gt_float(a: int, b: float) -> bool:
    if -EXACT <= a <= EXACT:
        return int_to_float(a) > b
    return int_compare_float(a, b) == 1


def int_ge_float(a: int, b: float) -> bool:
    if -EXACT <= a <= EXACT:
        return int_to_float(a) >= b
    order = int_compare_float(a, b)
    return order == 0 or order == 1


def float_lt_int(a: float, b: int) -> bool:
    return int_gt_float(b, a)


def float_le_int(a: float, b: int) -> bool:
    return int_ge_float(b, a)


def float_eq_int(a: float, b: int) -> bool:
    return int_eq_float(b, a)


def float_ne_int(a: float, b: int) -> bool:
    return not int_eq_float(b, a)


def float_gt_int(a: float, b: int) -> bool:
    return int_lt_float(b, a)


def float_ge_int(a: float, b: int) -> bool:
    return int_le_float(b, a)


# ---- scalar unions ----


def scalar_type_name(a: None | bool | int | float) -> str:
    tag = scalar_tag(a)
    if tag == TAG_NONE:
        return "NoneType"
    if tag == TAG_BOOL:
        return "bool"
    if tag == TAG_INT:
        return "int"
    return "float"


def _number(a: None | bool | int | float) -> float:
    # The value as a float; the tag is not None's.
    if scalar_tag(a) == TAG_FLOAT:
        return scalar_float(a)
    return int_to_float(scalar_int(a))


def _are_ints(a: None | bool | int | float, b: None | bool | int | float, op: str) -> bool:
    # Whether both are integers; else both are numbers, or it is an error.
    x = scalar_tag(a)
    y = scalar_tag(b)
    if x == TAG_NONE or y == TAG_NONE:
        _refuse(a, b, op)
    return x != TAG_FLOAT and y != TAG_FLOAT


def _need_ints(a: None | bool | int | float, b: None | bool | int | float, op: str) -> bool:
    # Both must be integers; whether both are bools.
    x = scalar_tag(a)
    y = scalar_tag(b)
    if x == TAG_NONE or y == TAG_NONE or x == TAG_FLOAT or y == TAG_FLOAT:
        _refuse(a, b, op)
    return x == TAG_BOOL and y == TAG_BOOL


def _refuse(a: None | bool | int | float, b: None | bool | int | float, op: str) -> None:
    names = "'" + scalar_type_name(a) + "' and '" + scalar_type_name(b) + "'"
    raise TypeError("unsupported operand type(s) for " + op + ": " + names)


def scalar_matmul(a: None | bool | int | float, b: None | bool | int | float) -> None | bool | int | float:
    _refuse(a, b, "@")
    return a


def scalar_add(a: None | bool | int | float, b: None | bool | int | float) -> None | bool | int | float:
    if _are_ints(a, b, "+"):
        return int_add_ovf(scalar_int(a), scalar_int(b))
    return float_add(_number(a), _number(b))


def scalar_sub(a: None | bool | int | float, b: None | bool | int | float) -> None | bool | int | float:
    if _are_ints(a, b, "-"):
        return int_sub_ovf(scalar_int(a), scalar_int(b))
    return float_sub(_number(a), _number(b))


def scalar_mul(a: None | bool | int | float, b: None | bool | int | float) -> None | bool | int | float:
    if _are_ints(a, b, "*"):
        return int_mul_ovf(scalar_int(a), scalar_int(b))
    return float_mul(_number(a), _number(b))


# One of both is surely a float, and none is None.


def mixed_add(a: None | bool | int | float, b: None | bool | int | float) -> float:
    return float_add(_number(a), _number(b))


def mixed_sub(a: None | bool | int | float, b: None | bool | int | float) -> float:
    return float_sub(_number(a), _number(b))


def mixed_mul(a: None | bool | int | float, b: None | bool | int | float) -> float:
    return float_mul(_number(a), _number(b))


def scalar_truediv(a: None | bool | int | float, b: None | bool | int | float) -> None | bool | int | float:
    if _are_ints(a, b, "/"):
        return int_truediv(scalar_int(a), scalar_int(b))
    return float_truediv(_number(a), _number(b))


def scalar_floordiv(a: None | bool | int | float, b: None | bool | int | float) -> None | bool | int | float:
    if _are_ints(a, b, "//"):
        return int_floordiv(scalar_int(a), scalar_int(b))
    return float_floordiv(_number(a), _number(b))


def scalar_mod(a: None | bool | int | float, b: None | bool | int | float) -> None | bool | int | float:
    if _are_ints(a, b, "%"):
        return int_mod(scalar_int(a), scalar_int(b))
    return float_mod(_number(a), _number(b))


def scalar_pow(a: None | bool | int | float, b: None | bool | int | float) -> None | bool | int | float:
    if _are_ints(a, b, "** or pow()"):
        return int_pow(scalar_int(a), scalar_int(b))
    return float_pow(_number(a), _number(b))


def scalar_lshift(a: None | bool | int | float, b: None | bool | int | float) -> None | bool | int | float:
    _need_ints(a, b, "<<")
    return int_lshift(scalar_int(a), scalar_int(b))


def scalar_rshift(a: None | bool | int | float, b: None | bool | int | float) -> None | bool | int | float:
    _need_ints(a, b, ">>")
    return int_rshift(scalar_int(a), scalar_int(b))


def scalar_and(a: None | bool | int | float, b: None | bool | int | float) -> None | bool | int | float:
    if _need_ints(a, b, "&"):
        return scalar_bool(a) and scalar_bool(b)
    return scalar_int(a) & scalar_int(b)


def scalar_or(a: None | bool | int | float, b: None | bool | int | float) -> None | bool | int | float:
    if _need_ints(a, b, "|"):
        return scalar_bool(a) or scalar_bool(b)
    return scalar_int(a) | scalar_int(b)


def scalar_xor(a: None | bool | int | float, b: None | bool | int | float) -> None | bool | int | float:
    if _need_ints(a, b, "^"):
        return scalar_bool(a) != scalar_bool(b)
    return scalar_int(a) ^ scalar_int(b)


def _refuse_unary(a: None | bool | int | float, op: str) -> None:
    raise TypeError("bad operand type for " + op + ": '" + scalar_type_name(a) + "'")


def scalar_neg(a: None | bool | int | float) -> None | bool | int | float:
    tag = scalar_tag(a)
    if tag == TAG_NONE:
        _refuse_unary(a, "unary -")
    if tag == TAG_FLOAT:
        return float_neg(scalar_float(a))
    return int_neg_ovf(scalar_int(a))


def scalar_pos(a: None | bool | int | float) -> None | bool | int | float:
    tag = scalar_tag(a)
    if tag == TAG_NONE:
        _refuse_unary(a, "unary +")
    if tag == TAG_FLOAT:
        return scalar_float(a)
    return scalar_int(a)


def scalar_invert(a: None | bool | int | float) -> None | bool | int | float:
    tag = scalar_tag(a)
    if tag == TAG_NONE or tag == TAG_FLOAT:
        _refuse_unary(a, "unary ~")
    return -1 - scalar_int(a)


def scalar_abs(a: None | bool | int | float) -> None | bool | int | float:
    tag = scalar_tag(a)
    if tag == TAG_NONE:
        _refuse_unary(a, "abs()")
    if tag == TAG_FLOAT:
        return float_abs(scalar_float(a))
    value = scalar_int(a)
    if value < 0:
        return int_neg_ovf(value)
    return value


def scalar_compare(a: None | bool | int | float, b: None | bool | int | float, op: str) -> int:
    # -1, 0, 1; 2 if not ordered (nan). op: for the error message where None is compared.
    x = scalar_tag(a)
    y = scalar_tag(b)
    if x == TAG_NONE or y == TAG_NONE:
        names = "'" + scalar_type_name(a) + "' and '" + scalar_type_name(b) + "'"
        raise TypeError("'" + op + "' not supported between instances of " + names)
    if x != TAG_FLOAT and y != TAG_FLOAT:
        i = scalar_int(a)
        j = scalar_int(b)
        return -1 if i < j else (1 if i > j else 0)
    if x != TAG_FLOAT:
        return int_compare_float(scalar_int(a), scalar_float(b))
    if y != TAG_FLOAT:
        order = int_compare_float(scalar_int(b), scalar_float(a))
        return 2 if order == 2 else -order
    f = scalar_float(a)
    g = scalar_float(b)
    return -1 if f < g else (1 if f > g else (0 if f == g else 2))


def scalar_lt(a: None | bool | int | float, b: None | bool | int | float) -> bool:
    return scalar_compare(a, b, "<") == -1


def scalar_le(a: None | bool | int | float, b: None | bool | int | float) -> bool:
    return scalar_compare(a, b, "<=") <= 0


def scalar_gt(a: None | bool | int | float, b: None | bool | int | float) -> bool:
    return scalar_compare(a, b, ">") == 1


def scalar_ge(a: None | bool | int | float, b: None | bool | int | float) -> bool:
    order = scalar_compare(a, b, ">=")
    return order == 0 or order == 1


def scalar_eq(a: None | bool | int | float, b: None | bool | int | float) -> bool:
    x = scalar_tag(a)
    y = scalar_tag(b)
    if x == TAG_NONE or y == TAG_NONE:
        return x == y
    return scalar_compare(a, b, "==") == 0


def scalar_ne(a: None | bool | int | float, b: None | bool | int | float) -> bool:
    return not scalar_eq(a, b)


def scalar_truth(a: None | bool | int | float) -> bool:
    tag = scalar_tag(a)
    if tag == TAG_NONE:
        return False
    if tag == TAG_FLOAT:
        return scalar_float(a) != 0.0
    return scalar_int(a) != 0
