# Every builtin name.
from weft.lowlevel import (
    by_arity,
    by_method,
    identity_hash,
    keyword_names,
    map_tuple,
    py_abs,
    py_format,
    py_hash,
    py_iter,
    py_len,
    py_next,
    py_repr,
    py_str,
)
from weft.core.arith import float_divmod, int_divmod, int_pow_mod
from weft.core.bytes import bytearray, bytes
from weft.core.checks import _abstract_class, _as_float, _as_int, _concat, _concat2, _concat3, _concat4, _contains, _count_cleanup, _negative_length, _none_attribute, _none_operand, _raise_named, _read_only_attribute, _truth_of_length, _type_name, _tuple_index, _unbound_global, _unbound_local, _unpack, _unpack_star, _unset_attribute, _unset_class_attribute
from weft.core.cell import _cell_free, _cell_local, _cell_set, _cell_unbind, cell as _cell
from weft.core.checks import _getitem_missing
from weft.core.dict import dict
from weft.core.exceptions import (
    _keep_stop_values,
    ArithmeticError,
    AssertionError,
    AttributeError,
    BaseException,
    BlockingIOError,
    BrokenPipeError,
    BufferError,
    BytesWarning,
    ChildProcessError,
    ConnectionAbortedError,
    ConnectionError,
    ConnectionRefusedError,
    ConnectionResetError,
    DeprecationWarning,
    EOFError,
    EncodingWarning,
    Exception,
    Fatal,
    FileExistsError,
    FileNotFoundError,
    FloatingPointError,
    FutureWarning,
    GeneratorExit,
    ImportError,
    ImportWarning,
    IndentationError,
    IndexError,
    InterruptedError,
    IsADirectoryError,
    KeyError,
    KeyboardInterrupt,
    LookupError,
    MemoryError,
    ModuleNotFoundError,
    NameError,
    NotADirectoryError,
    NotImplementedError,
    OSError,
    OSError as EnvironmentError,
    OSError as IOError,
    OverflowError,
    PendingDeprecationWarning,
    PermissionError,
    ProcessLookupError,
    RecursionError,
    ReferenceError,
    ResourceWarning,
    RuntimeError,
    RuntimeWarning,
    StopAsyncIteration,
    StopIteration,
    SyntaxError,
    SyntaxWarning,
    SystemError,
    SystemExit,
    TabError,
    TimeoutError,
    TypeError,
    UnboundLocalError,
    UnicodeDecodeError,
    UnicodeEncodeError,
    UnicodeError,
    UnicodeTranslateError,
    UnicodeWarning,
    UserWarning,
    ValueError,
    Warning,
    ZeroDivisionError,
    _current_exc,
    _enter_handler,
    _exc_attach,
    _exc_prepare,
    _exc_restore,
    _leave_handler,
    _print_uncaught,
    _raise_memory_error,
    _raise_recursion_error,
    _set_cause,
)
from weft.core.finalizers import _finish_finalizers, _run_finalizers
from weft.core.format import int_digits
from weft.core.generator import _delegate, _drop_iterator, _raise_thrown, _return_value, generator
from weft.core.file import _open_binary, input, open
from weft.core.iterators import (
    _max2,
    _max_args,
    _max_default,
    _min2,
    _min_args,
    _min_default,
    _zip_strict,
    all,
    any,
    callable_iterator,
    enumerate,
    filter,
    map,
    max,
    min,
    reversed,
    sequence_iterator,
    sorted,
    sum,
    zip,
)
from weft.core.list import list
from weft.core.open_tuple import tuple_of as _tuple_of
from weft.core.number import NoneType, bool, float, int, object, round_float, round_int, round_to_int
from weft.core.print import _poll_interrupt, _print_end, _print_write
from weft.core.range import range
from weft.core.number import ellipsis as _ellipsis, slice
from weft.core.sequence import tuple
from weft.core.set import _constant_set, _folded_set, frozenset, set
from weft.core.str import str
from weft.core.template import _percent_float, _percent_int, ascii_text
from weft.core.text import char_at, char_str

Ellipsis = ...


def len(x):
    return py_len(x)


def repr(x):
    return py_repr(x)


def hash(x):
    return py_hash(x)


def abs(x):
    return py_abs(x)


def format(x, spec=""):
    return py_format(x, spec)


def id(x):
    if x is None:
        return 0
    if isinstance(x, (int, float)):
        return py_hash(x)
    return identity_hash(x)


def print(*items, sep=" ", end="\n", file=None, flush=False):
    is_first = True
    for x in items:
        if not is_first:
            _print_write(" " if sep is None else sep, file)
        is_first = False
        _print_write(py_str(x), file)
    _print_end(end, file, flush)


# print(.., *items, ..)
def _print_items(items):
    return by_method(items, "_weft_items", lambda row: row._weft_items(), _listed)


def _listed(items):
    return items if isinstance(items, tuple) else list(items)


def _print_all(items, sep, file, is_first):
    state = _Separator(sep, file, is_first)
    if isinstance(items, tuple):
        map_tuple(lambda x: state.write(py_str(x)), items)
    else:
        for x in items:
            state.write(py_str(x))
    return state.is_first


def _print_sep(sep, file, is_first):
    if not is_first:
        _print_write(sep, file)


class _Separator:
    def __init__(self, sep, file, is_first):
        self.sep = sep
        self.file = file
        self.is_first = is_first

    def write(self, text):
        if not self.is_first:
            _print_write(self.sep, self.file)
        self.is_first = False
        _print_write(text, self.file)


def iter(x, *sentinel):
    return by_arity(sentinel, lambda: py_iter(x), lambda end: callable_iterator(x, end), _refuse_iter)


def _refuse_iter(args):
    raise TypeError("iter expected at most 2 arguments")


def next(it, *default):
    return by_arity(default, lambda: py_next(it), lambda other: _next_or(it, other), _refuse_next)


def _next_or(it, other):
    try:
        return py_next(it)
    except StopIteration:
        return other


def _refuse_next(args):
    raise TypeError("next expected at most 2 arguments")


def ascii(x):
    return ascii_text(py_repr(x))


def ord(c: str) -> int:
    n = py_len(c)
    if n != 1:
        raise TypeError("ord() expected a character, but string of length " + int(n).__str__() + " found")
    return char_at(c, 0)


def chr(code: int) -> str:
    if code < 0 or code > 0x10FFFF:
        raise ValueError("chr() arg not in range(0x110000)")
    return char_str(code)


def _based(x: int, prefix: str, letter: int) -> str:
    text = prefix + int_digits(x, letter)
    return "-" + text if x < 0 else text


def bin(x: int) -> str:
    return _based(x, "0b", 98)


def oct(x: int) -> str:
    return _based(x, "0o", 111)


def hex(x: int) -> str:
    return _based(x, "0x", 120)


def divmod(a, b):
    if isinstance(a, int) and isinstance(b, int):
        return int_divmod(a, b)
    if isinstance(a, (int, float)) and isinstance(b, (int, float)):
        return float_divmod(float(a), float(b))
    if a is None or b is None:
        raise TypeError(f"unsupported operand type(s) for divmod(): '{type(a).__name__}' and '{type(b).__name__}'")
    return a.__divmod__(b)


def pow(base, exp, mod=None):
    if mod is None:
        return base**exp
    return int_pow_mod(base, exp, mod)


def round(x, ndigits=None):
    if ndigits is None:
        return _round(x)
    if isinstance(x, float):
        return round_float(x, ndigits)
    if isinstance(x, int):
        return round_int(x, ndigits)
    if x is None:
        _refuse_round()
    return x.__round__(ndigits)


def _round(x):
    if isinstance(x, float):
        return round_to_int(x)
    if isinstance(x, int):
        return int(x)
    if x is None:
        _refuse_round()
    return x.__round__()


def _refuse_round():
    raise TypeError("type NoneType doesn't define __round__ method")


# The dict that a function with **kwargs sees.
def _keywords_dict(record):
    values = map_tuple(_itself, record)
    d = {}
    at = 0
    for name in keyword_names(record):
        d[name] = values[at]
        at += 1
    return d


def _itself(x):
    return x
