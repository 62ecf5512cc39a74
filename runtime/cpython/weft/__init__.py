"""What programs that `import weft` need when they run under CPython."""

from .memory import DoubleFree, UseAfterFree

__all__ = ["ovfcheck", "compiled", "free", "u64", "i64"]

compiled = False


def ovfcheck(value):
    """The value; OverflowError if it is an integer beyond 64 bits."""
    if isinstance(value, int) and not -(1 << 63) <= value < 1 << 63:
        raise OverflowError("integer result does not fit in 64 bits")
    return value


_freed_classes = {}  # class -> what its objects are when they were freed


def _freed_class(cls):
    def refuse(self, *_):
        raise UseAfterFree(f"an object of {cls.__name__} is used that was freed")

    names = ("__getattribute__", "__setattr__", "__delattr__")
    return type(cls.__name__, (cls,), {"__slots__": (), **dict.fromkeys(names, refuse)})


def free(object_):
    """Ends an object of a class with `_alloc_flavor_ = "raw"`; nothing for None."""
    cls = type(object_)
    if object_ is None:
        return
    if cls in _freed_classes.values():
        raise DoubleFree(f"an object of {cls.__name__} is freed again")
    if getattr(cls, "_alloc_flavor_", "gc") != "raw":
        raise TypeError("only objects of explicitly managed classes (`_alloc_flavor_ = \"raw\"`) are freed")
    if cls not in _freed_classes:
        _freed_classes[cls] = _freed_class(cls)
    object.__setattr__(object_, "__class__", _freed_classes[cls])


_MASK = (1 << 64) - 1


def _number(x):
    """What an operand stands for: that of a word, or an int (a bool, too)."""
    if isinstance(x, _Word):
        return x._value
    if isinstance(x, int):
        return int(x)
    raise TypeError("an integer is required")


def _operator(compute, is_mirrored=False):
    """A method that computes with a word of the same class or an int, whose 64 bits count."""

    def method(self, other):
        if not isinstance(other, (int, type(self))):
            return NotImplemented
        a, b = self._value, type(self)(other)._value
        return type(self)(compute(b, a) if is_mirrored else compute(a, b))

    return method


def _comparison(compute):
    def method(self, other):
        if not isinstance(other, (int, type(self))):
            return NotImplemented
        return compute(self._value, _number(other))

    return method


class _Word:
    """An integer modulo 2**64."""

    __slots__ = ("_value",)

    def __init__(self, x=0):
        self._value = self._wrapped(_number(x))

    __add__ = _operator(lambda a, b: a + b)
    __radd__ = _operator(lambda a, b: a + b)
    __sub__ = _operator(lambda a, b: a - b)
    __rsub__ = _operator(lambda a, b: a - b, True)
    __mul__ = _operator(lambda a, b: a * b)
    __rmul__ = _operator(lambda a, b: a * b)
    __floordiv__ = _operator(lambda a, b: a // b)
    __rfloordiv__ = _operator(lambda a, b: a // b, True)
    __mod__ = _operator(lambda a, b: a % b)
    __rmod__ = _operator(lambda a, b: a % b, True)
    __and__ = _operator(lambda a, b: a & b)
    __rand__ = _operator(lambda a, b: a & b)
    __or__ = _operator(lambda a, b: a | b)
    __ror__ = _operator(lambda a, b: a | b)
    __xor__ = _operator(lambda a, b: a ^ b)
    __rxor__ = _operator(lambda a, b: a ^ b)
    __eq__ = _comparison(lambda a, b: a == b)
    __lt__ = _comparison(lambda a, b: a < b)
    __le__ = _comparison(lambda a, b: a <= b)
    __gt__ = _comparison(lambda a, b: a > b)
    __ge__ = _comparison(lambda a, b: a >= b)

    def __pow__(self, n):
        if _number(n) < 0:
            raise ValueError("negative exponent")
        return type(self)(pow(self._value, _number(n), 1 << 64))

    def __lshift__(self, n):
        return type(self)(self._value << _shift_count(n))

    def __rshift__(self, n):
        return type(self)(self._value >> _shift_count(n))

    def __neg__(self):
        return type(self)(-self._value)

    def __pos__(self):
        return self

    def __invert__(self):
        return type(self)(~self._value)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __bool__(self):
        return self._value != 0

    def __hash__(self):
        return hash(self._value)

    def __int__(self):
        if self._value >= 1 << 63:
            raise OverflowError("u64 does not fit in an int of 64 bits")
        return self._value

    __index__ = __int__

    def __float__(self):
        return float(self._value)

    def __repr__(self):
        return str(self._value)

    def __format__(self, spec):
        return format(self._value, spec)

    def bit_count(self):
        return (self._value & _MASK).bit_count()

    def rotate_left(self, n):
        bits, count = self._value & _MASK, _number(n) & 63
        return type(self)(bits << count | bits >> (-count & 63))


def _shift_count(n):
    if _number(n) < 0:
        raise ValueError("negative shift count")
    return min(_number(n), 64)


class u64(_Word):
    __slots__ = ()

    @staticmethod
    def _wrapped(number):
        return number & _MASK

    def high_product(self, other):
        return u64(self._value * u64(other)._value >> 64)

    def bit_length(self):
        return self._value.bit_length()


class i64(_Word):
    __slots__ = ()

    @staticmethod
    def _wrapped(number):
        return ((number + (1 << 63)) & _MASK) - (1 << 63)

    def __abs__(self):
        return -self if self._value < 0 else self
