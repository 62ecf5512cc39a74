# weft: what programs may ask of the compiler. Under CPython the package of this name beside the compiler does the same.
from weft.lowlevel import expansion, int_add, int_div, int_mul, int_sub

compiled = True
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
