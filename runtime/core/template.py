# fmt % args and fmt.format(args)
#
# The arguments, of any types, are first wrapped. What numbers and strings look like is found out when it is needed; other
# objects are shown in advance, in the ways that a trial run of the template asked for.
from weft.lowlevel import (
    bool_to_int,
    by_method,
    class_name,
    float_abs,
    float_bits,
    int_to_float,
    keyword_names,
    map_tuple,
    py_format,
    py_repr,
    py_str,
)
from weft.core.namedtuple import NamedTupleBase
from weft.core.exceptions import end_program
from weft.core.format import float_digits, format_float, format_int, format_str, int_digits
from weft.core.limits import INFINITY
from weft.core.number import float_as_int, float_str, parse_int
from weft.core.text import StringBuilder, char_at, char_str, int_str, substring
from weft.core.search import find, quote

__wrapping__ = True

OTHER = 0
INT = 1
FLOAT = 2
STR = 3
NONE = 4
BYTES = 5

# What stands on the right of %: values that must all be converted, a mapping, what CPython takes for one although it has
# no names, or what may be one.
VALUES = 0
MAPPING = 1
SEQUENCE = 2
UNSURE = 3


class FormatArg:
    kind: int
    number: int
    is_bool: bool
    real: float
    string: str  # what str() gives
    quoted_string: str  # what repr() gives, of OTHER
    formatted_string: str  # what format() gives with `spec`, of OTHER
    spec: str
    wants_text: bool
    wants_quoted: bool
    wants_formatted: bool
    type_name: str

    def __init__(self, kind: int, type_name: str) -> None:
        self.kind = kind
        self.type_name = type_name
        self.number = 0
        self.is_bool = False
        self.real = 0.0
        self.string = ""
        self.quoted_string = ""
        self.formatted_string = ""
        self.spec = ""
        self.wants_text = False
        self.wants_quoted = False
        self.wants_formatted = False

    def text(self) -> str:
        if self.kind == INT:
            if self.is_bool:
                return "True" if self.number != 0 else "False"
            return int_str(self.number)
        if self.kind == FLOAT:
            return float_str(self.real)
        self.wants_text = True
        return self.string

    def quoted(self) -> str:
        if self.kind == STR:
            return quote(self.string)
        if self.kind == OTHER:
            self.wants_quoted = True
            return self.quoted_string
        return self.text()

    def formatted(self, spec: str) -> str:
        if self.kind == INT:
            if self.is_bool:
                return self.text() if spec == "" else format_int(self.number, spec, "bool")
            return format_int(self.number, spec)
        if self.kind == FLOAT:
            return format_float(self.real, spec)
        if self.kind == STR:
            return format_str(self.string, spec)
        if self.kind == OTHER:
            self.wants_formatted = True
            self.spec = spec
            return self.formatted_string
        if spec != "":
            raise TypeError("unsupported format string passed to NoneType.__format__")
        return self.string


def _wrap_int(x: int) -> FormatArg:
    arg = FormatArg(INT, "int")
    arg.number = x
    return arg


def _wrap_bool(x: bool) -> FormatArg:
    arg = FormatArg(INT, "bool")
    arg.number = bool_to_int(x)
    arg.is_bool = True
    return arg


def _wrap_float(x: float) -> FormatArg:
    arg = FormatArg(FLOAT, "float")
    arg.real = x
    return arg


def _wrap_str(x: str) -> FormatArg:
    arg = FormatArg(STR, "str")
    arg.string = x
    return arg


def _wrap_none() -> FormatArg:
    arg = FormatArg(NONE, "NoneType")
    arg.string = "None"
    return arg


def wrap(x):
    if x is None:
        return _wrap_none()
    if isinstance(x, bool):
        return _wrap_bool(x)
    if isinstance(x, int):
        return _wrap_int(x)
    if isinstance(x, float):
        return _wrap_float(x)
    if isinstance(x, str):
        return _wrap_str(x)
    return FormatArg(OTHER, class_name(x))


def has_objects(args: list[FormatArg]) -> bool:
    for arg in args:
        if arg.kind == OTHER:
            return True
    return False


class Filler:
    # Shows the objects, one after the other, in the ways that are wanted.
    args: list[FormatArg]
    at: int

    def __init__(self, args: list[FormatArg]) -> None:
        self.args = args
        self.at = 0

    def next_arg(self) -> FormatArg:
        i = self.at
        self.at = i + 1
        return self.args[i]


def fill(filler, x):
    arg = filler.next_arg()
    if x is None or isinstance(x, (int, float, str)):
        return
    if arg.wants_text:
        arg.string = py_str(x)
    if arg.wants_quoted:
        arg.quoted_string = py_repr(x)
    if arg.wants_formatted:
        arg.formatted_string = py_format(x, arg.spec)


# ---- % ----


def percent_format(fmt, args):
    if isinstance(args, tuple):
        wrapped = map_tuple(wrap, args)
        if has_objects(wrapped):
            _percent(fmt, wrapped, VALUES)
            filler = Filler(wrapped)
            map_tuple(lambda x: fill(filler, x), args)
        return _percent(fmt, wrapped, VALUES)
    if isinstance(args, dict):
        return _percent_mapping(fmt, args)
    if isinstance(args, NamedTupleBase):
        return percent_format(fmt, args._weft_items())
    return _percent_one(fmt, args, _kind_of(args))


def _kind_of(x):
    if isinstance(x, str):
        return VALUES
    if isinstance(x, (list, range, bytes, bytearray)):
        return SEQUENCE
    return by_method(x, "__getitem__", _is_unsure, _is_value)


def _is_unsure(x):
    return UNSURE


def _is_value(x):
    return VALUES


# bytes % args; text and result have a byte a character. Of bytes-like arguments the method _raw gives such a text.
def bytes_percent(fmt, args):
    if isinstance(args, tuple):
        return _bytes_percent(fmt, args, VALUES)
    if isinstance(args, dict):
        end_program("% of bytes with a dict")
    if isinstance(args, (bytes, bytearray)):
        return _bytes_percent(fmt, (args,), VALUES)
    return _bytes_percent(fmt, (args,), _kind_of(args))


def _bytes_percent(fmt, args, kind):
    wrapped = map_tuple(lambda x: by_method(x, "_raw", _wrap_bytes, wrap), args)
    if has_objects(wrapped):
        _filled(Percent(fmt, wrapped, True), kind)
        filler = Filler(wrapped)
        map_tuple(lambda x: fill(filler, x), args)
    return _filled(Percent(fmt, wrapped, True), kind)


def _wrap_bytes(x):
    arg = FormatArg(BYTES, class_name(x))
    arg.string = x._raw()
    arg.quoted_string = py_repr(x)
    return arg


# One conversion of a template that was taken apart when it was compiled; `spec` is what format() is told.
def _percent_int(x, spec):
    if isinstance(x, int):
        return format_int(int(x), spec)
    if isinstance(x, float):
        return format_int(float_as_int(x), spec)
    raise TypeError("%d format: a real number is required, not " + wrap(x).type_name)


def _percent_float(x, spec):
    if isinstance(x, float):
        return format_float(x, spec)
    if isinstance(x, int):
        return format_float(int_to_float(int(x)), spec)
    raise TypeError("must be real number, not " + wrap(x).type_name)


def _percent_one(fmt, x, kind):
    wrapped = [wrap(x)]
    if has_objects(wrapped):
        _percent(fmt, wrapped, kind)
        fill(Filler(wrapped), x)
    return _percent(fmt, wrapped, kind)


def _percent_mapping(fmt, args):
    # One wrapped value for each %(name), in order.
    keys = _percent_keys(fmt)
    if len(keys) == 0:
        return _percent_one(fmt, args, MAPPING)
    wrapped = [wrap(_named_argument(args, key)) for key in keys]
    if has_objects(wrapped):
        _percent(fmt, wrapped, MAPPING)
        filler = Filler(wrapped)
        for key in keys:
            fill(filler, _named_argument(args, key))
    return _percent(fmt, wrapped, MAPPING)


def _named_argument(args, key):
    # Only a dict with str as keys is asked: asking another one would make str one of its types.
    for known in args:
        if isinstance(known, str):
            return args[key]
        break
    if len(args) == 0 and class_name(args) != "dict":
        end_program("% with names and an empty " + class_name(args))
    raise KeyError(key)


def _percent_keys(fmt: str) -> list[str]:
    keys = []
    n = len(fmt)
    i = find(fmt, "%", 0, n)
    while i >= 0 and i + 1 < n:
        if char_at(fmt, i + 1) == 40:
            end = _name_end(fmt, i + 1, n)
            keys.append(substring(fmt, i + 2, end))
            i = end - 1
        i = find(fmt, "%", i + 2, n)
    return keys


def _name_end(fmt: str, i: int, n: int) -> int:
    # The closing parenthesis of the one at i.
    depth = 0
    while i < n:
        if char_at(fmt, i) == 40:
            depth += 1
        elif char_at(fmt, i) == 41:
            depth -= 1
            if depth == 0:
                return i
        i += 1
    raise ValueError("incomplete format key")


class Percent:
    # A template being filled in.
    fmt: str
    at: int
    args: list[FormatArg]
    used: int
    out: StringBuilder
    # the current conversion
    left: bool
    sign: int
    alternate: bool
    zero: bool
    width: int
    precision: int
    is_bytes: bool

    def __init__(self, fmt: str, args: list[FormatArg], is_bytes: bool) -> None:
        self.fmt = fmt
        self.is_bytes = is_bytes
        self.at = 0
        self.args = args
        self.used = 0
        self.out = StringBuilder(len(fmt) + 16)

    def next_arg(self) -> FormatArg:
        i = self.used
        if i >= len(self.args):
            raise TypeError("not enough arguments for format string")
        self.used = i + 1
        return self.args[i]

    def char(self) -> int:
        # The current character of the conversion.
        if self.at >= len(self.fmt):
            raise ValueError("incomplete format")
        return char_at(self.fmt, self.at)

    def flags(self) -> None:
        self.left = False
        self.sign = 0
        self.alternate = False
        self.zero = False
        while True:
            c = self.char()
            if c == 45:
                self.left = True
            elif c == 43:
                self.sign = 43
            elif c == 32:
                if self.sign == 0:
                    self.sign = 32
            elif c == 35:
                self.alternate = True
            elif c == 48:
                self.zero = True
            else:
                return
            self.at += 1

    def number(self) -> int:
        # A number or *
        if self.char() == 42:
            self.at += 1
            arg = self.next_arg()
            if arg.kind != INT:
                raise TypeError("* wants int")
            return arg.number
        value = 0
        while 48 <= self.char() <= 57:
            value = value * 10 + self.char() - 48
            if value > 2147483647:
                raise ValueError("width too big")
            self.at += 1
        return value

    def conversion(self) -> None:
        self.flags()
        self.width = self.number()
        if self.width < 0:
            self.left = True
            self.width = -self.width
        self.precision = -1
        if self.char() == 46:
            self.at += 1
            self.precision = self.number()
            if self.precision < 0:
                self.precision = 0
        c = self.char()
        while c == 104 or c == 108 or c == 76:
            self.at += 1
            c = self.char()
        self.at += 1
        if c == 37 and char_at(self.fmt, self.at - 2) == 37:
            self.out.add_char(37)
        else:
            self.convert(c)

    def convert(self, c: int) -> None:
        if self.is_bytes and self.convert_bytes(c):
            return
        if c == 115 or c == 114 or c == 97:
            arg = self.next_arg()
            self.put_text(arg.text() if c == 115 else (arg.quoted() if c == 114 else ascii_text(arg.quoted())))
        elif c == 100 or c == 105 or c == 117 or c == 120 or c == 88 or c == 111:
            self.put_int(c, self.next_arg())
        elif c == 101 or c == 69 or c == 102 or c == 70 or c == 103 or c == 71:
            self.put_float(c, self.next_arg())
        elif c == 99:
            self.precision = -1
            self.put_text(_char_text(self.next_arg()))
        else:
            self.next_arg()
            if c > 31 and c < 127:
                shown = char_str(c)
            else:
                shown = "?"
            where = "' (0x" + int_digits(c, 120) + ") at index " + int_str(self.at - 1)
            raise ValueError("unsupported format character '" + shown + where)

    def convert_bytes(self, c: int) -> bool:
        # What is otherwise in bytes.
        if c != 115 and c != 98 and c != 114 and c != 97 and c != 99:
            return False
        arg = self.next_arg()
        if c == 99:
            self.precision = -1
            self.put_text(_byte_text(arg))
        elif c == 114 or c == 97:
            self.put_text(ascii_text(arg.quoted_string if arg.kind == BYTES else arg.quoted()))
        elif arg.kind == BYTES:
            self.put_text(arg.string)
        else:
            what = "%b requires a bytes-like object, or an object that implements __bytes__, not '"
            raise TypeError(what + arg.type_name + "'")
        return True

    def put_text(self, text: str) -> None:
        if self.precision >= 0 and len(text) > self.precision:
            text = substring(text, 0, self.precision)
        self.put("", text, False)

    def put(self, prefix: str, body: str, zero: bool) -> None:
        margin = self.width - len(prefix) - len(body)
        if not self.left and not zero:
            self.out.add_fill(32, margin)
        self.out.add(prefix)
        if zero and not self.left:
            self.out.add_fill(48, margin)
        self.out.add(body)
        if self.left:
            self.out.add_fill(32, margin)

    def sign_text(self, is_negative: bool) -> str:
        if is_negative:
            return "-"
        return "" if self.sign == 0 else char_str(self.sign)

    def put_int(self, c: int, arg: FormatArg) -> None:
        value = arg.number
        is_decimal = c == 100 or c == 105 or c == 117
        if arg.kind == FLOAT and is_decimal:
            value = float_as_int(arg.real)
        elif arg.kind != INT:
            needed = " format: a real number is required, not " if is_decimal else " format: an integer is required, not "
            raise TypeError("%" + char_str(c) + needed + arg.type_name)
        digits = int_digits(value, c)
        missing = self.precision - len(digits)
        if missing > 0:
            digits = "0" * missing + digits
        prefix = self.sign_text(value < 0)
        if self.alternate and not is_decimal:
            prefix = prefix + "0" + char_str(c)
        self.put(prefix, digits, self.zero)

    def put_float(self, c: int, arg: FormatArg) -> None:
        if arg.kind == INT:
            x = int_to_float(arg.number)
        elif arg.kind == FLOAT:
            x = arg.real
        else:
            raise TypeError("must be real number, not " + arg.type_name)
        precision = 6 if self.precision < 0 else self.precision
        prefix = self.sign_text(float_bits(x) < 0 and x == x)
        if float_abs(x) < INFINITY:
            self.put(prefix, float_digits(float_abs(x), c, precision, self.alternate), self.zero)
        else:
            text = "nan" if x != x else "inf"
            if c < 97:
                text = text.upper()
            self.put(prefix, text, self.zero)


def _char_text(arg: FormatArg) -> str:
    if arg.kind == INT:
        if arg.number < 0 or arg.number > 0x10FFFF:
            raise OverflowError("%c arg not in range(0x110000)")
        return char_str(arg.number)
    if arg.kind == STR and len(arg.string) == 1:
        return arg.string
    raise TypeError("%c requires int or char")


def ascii_text(s: str) -> str:
    out = StringBuilder(len(s))
    i = 0
    while i < len(s):
        c = char_at(s, i)
        if c < 128:
            out.add_char(c)
        elif c < 256:
            out.add("\\x" + _hex(c, 2))
        elif c < 65536:
            out.add("\\u" + _hex(c, 4))
        else:
            out.add("\\U" + _hex(c, 8))
        i += 1
    return out.build()


def _hex(c: int, size: int) -> str:
    return int_digits(c, 120).rjust(size, "0")


def _percent(fmt: str, args: list[FormatArg], kind: int) -> str:
    return _filled(Percent(fmt, args, False), kind)


def _filled(state: Percent, kind: int) -> str:
    fmt = state.fmt
    n = len(fmt)
    while True:
        i = find(fmt, "%", state.at, n)
        if i < 0:
            break
        state.out.add_part(fmt, state.at, i)
        state.at = i + 1
        if state.at < n and char_at(fmt, state.at) == 40:
            if kind == VALUES:
                raise TypeError("format requires a mapping")
            if kind != MAPPING:
                end_program("%(name) of an object that is no dict")
            state.at = _name_end(fmt, state.at, n) + 1
        state.conversion()
    state.out.add_part(fmt, state.at, n)
    if state.used < len(state.args) and kind == UNSURE:
        end_program("% of an object with __getitem__ that is not converted")
    if state.used < len(state.args) and kind == VALUES:
        what = "bytes" if state.is_bytes else "string"
        raise TypeError("not all arguments converted during " + what + " formatting")
    return state.out.build()


def _byte_text(arg: FormatArg) -> str:
    if arg.kind == INT:
        if arg.number < 0 or arg.number > 255:
            raise OverflowError("%c arg not in range(256)")
        return char_str(arg.number)
    if arg.kind == BYTES and len(arg.string) == 1:
        return arg.string
    raise TypeError("%c requires an integer in range(256) or a single byte")


# ---- str.format ----


def format_template(fmt, args, named):
    wrapped = map_tuple(wrap, args)
    wrapped.extend(map_tuple(wrap, named))
    names = keyword_names(named)
    if has_objects(wrapped):
        Template(wrapped, names).filled(fmt, 1)
        filler = Filler(wrapped)
        map_tuple(lambda x: fill(filler, x), args)
        map_tuple(lambda x: fill(filler, x), named)
    return Template(wrapped, names).filled(fmt, 1)


class Template:
    args: list[FormatArg]  # first the positional ones, then those with names
    names: list[str]
    numbered: int  # arguments taken by {}; -1: fields are numbered by hand

    def __init__(self, args: list[FormatArg], names: list[str]) -> None:
        self.args = args
        self.names = names
        self.numbered = 0

    def filled(self, fmt: str, depth: int) -> str:
        if depth < 0:
            raise ValueError("Max string recursion exceeded")
        out = StringBuilder(len(fmt) + 16)
        n = len(fmt)
        i = 0
        while i < n:
            c = char_at(fmt, i)
            i += 1
            if c == 123 or c == 125:
                if i < n and char_at(fmt, i) == c:
                    out.add_char(c)
                    i += 1
                elif c == 125:
                    raise ValueError("Single '}' encountered in format string")
                elif i == n:
                    raise ValueError("Single '{' encountered in format string")
                else:
                    end = _field_end(fmt, i, n)
                    out.add(self.field(substring(fmt, i, end), depth))
                    i = end + 1
            else:
                out.add_char(c)
        return out.build()

    def field(self, text: str, depth: int) -> str:
        n = len(text)
        name_end = 0
        while name_end < n and char_at(text, name_end) != 33 and char_at(text, name_end) != 58:
            name_end += 1
        conversion = 0
        i = name_end
        if i < n and char_at(text, i) == 33:
            if i + 1 >= n:
                raise ValueError("unmatched '{' in format spec")
            conversion = char_at(text, i + 1)
            i += 2
            if i < n and char_at(text, i) != 58:
                raise ValueError("expected ':' after conversion specifier")
        arg = self.argument(substring(text, 0, name_end))
        spec = substring(text, i + 1, n)
        if find(spec, "{", 0, len(spec)) >= 0 or find(spec, "}", 0, len(spec)) >= 0:
            spec = self.filled(spec, depth - 1)
        if conversion == 0:
            return arg.formatted(spec)
        return format_str(_converted(arg, conversion), spec)

    def argument(self, name: str) -> FormatArg:
        if name == "":
            if self.numbered < 0:
                raise ValueError("cannot switch from manual field specification to automatic field numbering")
            i = self.numbered
            self.numbered = i + 1
        else:
            if not name.isdigit():
                return self.named(name)
            if self.numbered > 0:
                raise ValueError("cannot switch from automatic field numbering to manual field specification")
            self.numbered = -1
            i = parse_int(name, 10)
        if i >= len(self.args) - len(self.names):
            raise IndexError("Replacement index " + int_str(i) + " out of range for positional args tuple")
        return self.args[i]

    def named(self, name: str) -> FormatArg:
        for i in range(len(self.names)):
            if self.names[i] == name:
                return self.args[len(self.args) - len(self.names) + i]
        if find(name, ".", 0, len(name)) >= 0 or find(name, "[", 0, len(name)) >= 0:
            end_program("attributes and items in the fields of a template that is no literal; use an f-string")
        raise KeyError(name)


def _converted(arg: FormatArg, conversion: int) -> str:
    if conversion == 114:
        return arg.quoted()
    if conversion == 115:
        return arg.text()
    if conversion == 97:
        return ascii_text(arg.quoted())
    raise ValueError("Unknown conversion specifier " + char_str(conversion))


def _field_end(fmt: str, start: int, n: int) -> int:
    depth = 1
    i = start
    while i < n:
        c = char_at(fmt, i)
        if c == 123:
            depth += 1
        elif c == 125:
            depth -= 1
            if depth == 0:
                return i
        i += 1
    if find(fmt, "!", start, n) >= 0:
        raise ValueError("unmatched '{' in format spec")
    raise ValueError("expected '}' before end of string")
