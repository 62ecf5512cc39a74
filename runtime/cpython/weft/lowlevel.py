"""weft.lowlevel for CPython: machine integers, unchecked arrays and strings made of bytes, all of them checked here."""
import copy as _copy
import functools
import math
import struct
import time as _time

from weft.memory import (  # noqa: F401
    arena_reserve,
    arena_retire,
    gc_event as _gc_event,
    gc_parameter as _gc_parameter,
    load_byte,
    load_half,
    load_word,
    memory_copy,
    memory_release,
    memory_reserve,
    memory_zero,
    pending_exception,
    prefetch,
    root_base,
    root_top,
    set_pending_exception,
    static_roots,
    store_byte,
    store_half,
    store_word,
    type_layout,
)

MASK = (1 << 64) - 1


class Misuse(BaseException):
    """The program did what is undefined in compiled code."""


class Fatal(BaseException):
    """The compiled program would end here."""


def wrap(x):
    """An int cut to 64 bits; anything else as it is."""
    if type(x) is int and not -(1 << 63) <= x < 1 << 63:
        return ((x + (1 << 63)) & MASK) - (1 << 63)
    return x


def checked(x):
    if type(x) is int and not -(1 << 63) <= x < 1 << 63:
        raise Fatal("integer overflow")
    return x


def _need(condition, what):
    if not condition:
        raise Misuse(what)


# ---- integers and floats ----


def _trunc_div(a, b):
    q = abs(a) // abs(b)
    return -q if (a < 0) != (b < 0) else q


def _shift_count(n):
    _need(0 <= n < 64, "shift count")
    return n


def int_shl_ovf(a, n):
    _need(n >= 0, "shift count")
    return 0 if a == 0 else checked(a << min(n, 64))


def float_to_int(x):
    _need(-9223372036854775808.0 <= x < 9223372036854775808.0, "float out of range")
    return int(x)


def float_div(a, b):
    if b == 0.0:
        if a != a or a == 0.0:
            return math.nan
        return math.copysign(math.inf, math.copysign(1.0, a) * math.copysign(1.0, b))
    return a / b


_OPS = {
    "int_add": lambda a, b: wrap(a + b),
    "int_sub": lambda a, b: wrap(a - b),
    "int_mul": lambda a, b: wrap(a * b),
    "int_neg": lambda a: wrap(-a),
    "int_add_ovf": lambda a, b: checked(a + b),
    "int_sub_ovf": lambda a, b: checked(a - b),
    "int_mul_ovf": lambda a, b: checked(a * b),
    "int_neg_ovf": lambda a: checked(-a),
    "int_and": lambda a, b: a & b,
    "int_or": lambda a, b: a | b,
    "int_xor": lambda a, b: a ^ b,
    "int_invert": lambda a: ~a,
    "int_shl": lambda a, n: wrap(a << _shift_count(n)),
    "int_shr": lambda a, n: a >> _shift_count(n),
    "int_ushr": lambda a, n: wrap((a & MASK) >> _shift_count(n)),
    "int_div": lambda a, b: wrap(_trunc_div(a, b)),
    "int_rem": lambda a, b: a - _trunc_div(a, b) * b,
    "int_floordiv": lambda a, b: wrap(a // b),
    "int_mod": lambda a, b: a % b,
    "int_ult": lambda a, b: a & MASK < b & MASK,
    "int_ule": lambda a, b: a & MASK <= b & MASK,
    "int_udiv": lambda a, b: wrap((a & MASK) // (b & MASK)),
    "int_urem": lambda a, b: wrap((a & MASK) % (b & MASK)),
    "int_umulhi": lambda a, b: wrap((a & MASK) * (b & MASK) >> 64),
    "int_to_float": float,
    "bool_to_int": int,
    "float_add": lambda a, b: a + b,
    "float_sub": lambda a, b: a - b,
    "float_mul": lambda a, b: a * b,
    "float_neg": lambda a: -a,
    "float_abs": abs,
    "float_sqrt": lambda a: math.sqrt(a) if a >= 0.0 else math.nan,
    "float_floor": lambda a: float(math.floor(a)) if math.isfinite(a) and a != 0.0 else a,
    "float_bits": lambda a: struct.unpack("<q", struct.pack("<d", a))[0],
    "bits_float": lambda a: struct.unpack("<d", struct.pack("<q", a))[0],
    "scalar_tag": lambda a: {type(None): 0, bool: 1, int: 2, float: 3}[type(a)],
    "scalar_bool": lambda a: a,
    "scalar_int": int,
    "scalar_float": lambda a: a,
    "identity_hash": id,
    "same_object": lambda a, b: a is b,
}
_OPS["int_ult"] = lambda a, b: (a & MASK) < (b & MASK)
_OPS["int_ule"] = lambda a, b: (a & MASK) <= (b & MASK)
globals().update(_OPS)


# ---- arrays ----


class GcArray:
    def __init__(self, n):
        _need(n >= 0, "array length")
        self.items = [None] * n

    def __class_getitem__(cls, item):
        return cls

    def __getitem__(self, i):
        _need(0 <= i < len(self.items), "array index")
        value = self.items[i]
        return 0 if value is None else value

    def __setitem__(self, i, value):
        _need(0 <= i < len(self.items), "array index")
        self.items[i] = value


def new_array(n):
    return GcArray(n)


unset_array = new_array


def array_len(a):
    return len(a.items)


def array_clear(a, i):
    a[i] = None


def _store(a):
    return a.items if isinstance(a, GcArray) else Text.of(a).data


def array_copy(to, at, source, start, count):
    target = _store(to)
    items = _store(source)
    _need(count >= 0 and 0 <= at <= len(target) - count and 0 <= start <= len(items) - count, "array_copy")
    target[at : at + count] = items[start : start + count]


def array_compare(a, i, b, j, count):
    x = bytes(_store(a))
    y = bytes(_store(b))
    _need(0 <= i <= len(x) - count and 0 <= j <= len(y) - count, "array_compare")
    x = x[i : i + count]
    y = y[j : j + count]
    return (x > y) - (x < y)


# ---- strings ----


class Text:
    """A string object: bytes and shift. Behaves as the str that it stands for."""

    def __init__(self, data, shift):
        self.data = data
        self.shift = shift
        self.hash = 0

    @staticmethod
    def of(s):
        return s if isinstance(s, Text) else Text.constant(s)

    @staticmethod
    @functools.lru_cache(maxsize=4096)
    def constant(s):
        top = max(map(ord, s), default=0)
        shift = 0 if top < 256 else 1 if top < 65536 else 2
        return Text(bytearray(b"".join(ord(c).to_bytes(1 << shift, "little") for c in s)), shift)

    def __str__(self):
        size = 1 << self.shift
        parts = [self.data[i : i + size] for i in range(0, len(self.data), size)]
        text = "".join(chr(int.from_bytes(p, "little")) for p in parts)
        return text

    def is_narrow(self):
        return Text.of(str(self)).shift == self.shift

    def __repr__(self):
        return repr(str(self))

    def __hash__(self):
        return hash(str(self))

    def __len__(self):
        return len(self.data) >> self.shift

    def __getitem__(self, i):
        return str(self)[i]

    def __add__(self, other):
        return str(self) + str(other)

    def __radd__(self, other):
        return str(other) + str(self)

    def __eq__(self, other):
        return str(self) == str(other)

    def __getattr__(self, name):
        return getattr(str(self), name)


def new_str(size, shift):
    _need(size >= 0 and size % (1 << shift) == 0, "new_str")
    return Text(bytearray(size), shift)


unset_str = new_str


def latin1_str(c):
    _need(0 <= c < 256, "latin1_str")
    return Text(bytearray([c]), 0)


def str_shift(s):
    return Text.of(s).shift


def byte_len(s):
    return len(Text.of(s).data)


def byte_get(s, i):
    data = Text.of(s).data
    _need(0 <= i < len(data), "byte_get")
    return data[i]


def byte_set(s, i, value):
    _need(isinstance(s, Text), "byte_set of a constant")
    _need(0 <= i < len(s.data) and 0 <= value < 256, "byte_set")
    s.data[i] = value


def str_hash(s):
    return s.hash if isinstance(s, Text) else 0


def str_set_hash(s, h):
    if isinstance(s, Text):
        s.hash = h


def str_resized(s, size):
    _need(isinstance(s, Text) and size >= 0, "str_resized")
    del s.data[size:]
    s.data.extend(bytes(size - len(s.data)))
    return s


def str_last_use(s):
    return False


def str_room(s):
    return 0


def str_set_room(s, room):
    pass


def array_addr(s, i):
    _need(isinstance(s, Text) or i == 0, "array_addr")
    return (Text.of(s).data, i)


# ---- native functions ----

written = []  # (stream, bytes)


def _put(address, data):
    store, at = address
    _need(at + len(data) <= len(store), "native buffer")
    store[at : at + len(data)] = data
    return len(data)


def _float_format(x, kind, precision, flags, to):
    return _put(to, (("%#.*" if flags & 1 else "%.*") + chr(kind)).__mod__((precision, x)).encode())


def _float_parse(text, count, result):
    data = bytes(text[0][text[1] : text[1] + count])
    try:
        _need(b"_" not in data and data == data.strip(), "float_parse")
        x = float(data)
    except ValueError:
        return 0
    _put(result, struct.pack("<d", x))
    return 1


def _out_write(stream, text, count):
    written.append((stream, bytes(text[0][text[1] : text[1] + count])))


def _quietly(function, overflow=math.inf):
    def call(*args):
        try:
            return float(function(*args))
        except OverflowError:
            return overflow
        except ValueError:
            return math.nan

    return call


def _power(x, y):
    try:
        return math.pow(x, y)
    except OverflowError:
        return -math.inf if x < 0.0 and y % 2.0 == 1.0 else math.inf
    except ValueError:
        return math.nan


_NATIVE = {
    "float_repr": lambda x, to: _put(to, repr(x).encode()),
    "float_format": _float_format,
    "float_parse": _float_parse,
    "load_wide": lambda at, shift: struct.unpack_from("<H" if shift == 1 else "<I", *at)[0],
    "load_word": lambda at: struct.unpack_from("<q", *at)[0],
    "store_word": lambda at, word: struct.pack_into("<q", *at, word),
    "out_write": _out_write,
    "out_flush": lambda stream: 0,
    "pow": _power,
    "fmod": lambda x, y: math.fmod(x, y) if math.isfinite(x) and y != 0.0 and y == y else math.nan,
    "ceil": lambda x: math.copysign(math.ceil(x), x) if math.isfinite(x) else x,
    "trunc": lambda x: math.copysign(math.trunc(x), x) if math.isfinite(x) else x,
    "frexp_mantissa": lambda x: math.frexp(x)[0],
    "frexp_exponent": lambda x: math.frexp(x)[1],
    "time": _time.time,
    "perf_counter": _time.perf_counter,
    "perf_counter_ns": _time.perf_counter_ns,
    "process_time": _time.process_time,
    "sleep": _time.sleep,
    "trace_count": lambda: 0,
    "trace_clear": lambda: None,
    "gc_parameter": _gc_parameter,
    "gc_event": _gc_event,
}


def native(name, *args):
    function = _NATIVE.get(name)
    if function is None:
        function = _quietly(getattr(math, name))
    return function(*args)


# ---- the rest ----


def by_arity(args, *functions):
    return functions[len(args)](*args) if len(args) < len(functions) - 1 else functions[-1](args)


def by_constant(x, other, last, *functions):
    return last() if x == -1 else functions[x]() if isinstance(x, int) and 0 <= x < len(functions) else other(x)


def defines_method(x, name):
    return hasattr(x, name)


def merge_keywords(a, b):
    return {**a, **b}


def expansion(template):
    return lambda definition: definition


def out_of_line(function):
    return function


def mark_renamed(function):
    return function


def copy_object(x):
    return _copy.copy(x)


def map_tuple(function, args):
    return [function(x) for x in args]


def class_name(x):
    return type(x).__name__


py_len = len
py_str = str
py_repr = repr
py_hash = hash
py_iter = iter
py_next = next
py_abs = abs
py_format = format


def primitive(name):
    """The class stands for a builtin type: instances of that type are its instances."""
    real = {"int": int, "bool": bool, "float": float, "str": (str, Text), "NoneType": type(None), "object": object}[name]

    class Primitive(type):
        def __instancecheck__(cls, x):
            return isinstance(x, real)

        def __call__(cls, *args):
            return cls.__new__(cls, *args)

    def decorate(cls):
        return Primitive(name, (), {k: v for k, v in vars(cls).items() if k not in ("__dict__", "__weakref__")})

    return decorate
