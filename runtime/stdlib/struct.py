# struct: values as bytes by a format. What unpack gives is known where the program is compiled if the format is; then
# the class of each value comes from its letter. Otherwise all values are numbers.
from weft.lowlevel import byte_get, byte_len, expansion, map_tuple
from weft.core.bytes import bytes_of, raw, raw_for_now
from weft.core.exceptions import end_program
from weft.core.text import StringBuilder, substring
from _binary import get_float, get_int, put_float, put_int

_BLANKS = " \t\n\r\v\f"
_STANDARD = {
    "x": 1, "c": 1, "b": 1, "B": 1, "?": 1, "h": 2, "H": 2, "e": 2, "i": 4, "I": 4, "l": 4, "L": 4, "f": 4, "q": 8, "Q": 8,
    "d": 8, "s": 1, "p": 1,
}
_NATIVE = {"l": 8, "L": 8, "n": 8, "N": 8, "P": 8}


class error(Exception):
    pass


# ---- formats ------------------------------------------------------------------------------


class _Item:
    # One value: its letter, where it stands, and how many bytes it has.
    code: str
    at: int
    size: int

    def __init__(self, code: str, at: int, size: int) -> None:
        self.code = code
        self.at = at
        self.size = size


class _Layout:
    items: list[_Item]
    size: int
    order: str

    def __init__(self, format: str) -> None:
        self.items = []
        self.size = 0
        self.order = format[0] if format[:1] in ("@", "=", "<", ">", "!") and format != "" else "@"
        i = 1 if format != "" and format[0] in "@=<>!" else 0
        while i < len(format):
            start = i
            while i < len(format) and "0" <= format[i] <= "9":
                i += 1
            if i == len(format):
                raise error("repeat count given without format specifier")
            if i > start or format[i] not in _BLANKS:
                self._add(format[i], int(format[start:i]) if i > start else 1)
            i += 1

    def _add(self, code: str, count: int) -> None:
        is_native = self.order == "@"
        if is_native and code in _NATIVE:
            size = _NATIVE[code]
        elif code in _STANDARD:
            size = _STANDARD[code]
        else:
            raise error("bad char in struct format")
        if is_native:
            self.size = (self.size + size - 1) // size * size
        if code == "s" or code == "p":
            self.items.append(_Item(code, self.size, count))
        elif code != "x":
            for i in range(count):
                self.items.append(_Item(code, self.size + i * size, size))
        self.size += count * size

    def is_big(self) -> bool:
        return self.order == ">" or self.order == "!"


_layouts: dict[str, _Layout] = {}


def _layout(format: str) -> _Layout:
    if format not in _layouts:
        _layouts[format] = _Layout(format)
    return _layouts[format]


def _text(format):
    return format if isinstance(format, str) else format.decode("ascii")


def calcsize(format):
    return _layout(_text(format)).size


# ---- packing ------------------------------------------------------------------------------

_SHORT_NAMES = {"b": "byte", "B": "ubyte", "h": "short", "H": "ushort"}


class _Packer:
    def __init__(self, layout: _Layout) -> None:
        self.layout = layout
        self.out = StringBuilder(layout.size)
        self.next = 0

    def put(self, x):
        item = self.layout.items[self.next]
        self.next += 1
        self.out.add_fill(0, item.at - self.out.length())
        code = item.code
        if code in "csp":
            if not isinstance(x, (bytes, bytearray)):
                self._refuse_text(code)
            else:
                self._put_text(item, raw(x))
        elif code == "?":
            self.out.add_char(1 if x else 0)
        elif code in "efd":
            if isinstance(x, (int, float)):
                self._put_float(item, float(x))
            else:
                raise error("required argument is not a float")
        elif isinstance(x, int):
            self._put_int(item, int(x))
        else:
            raise error("required argument is not an integer")

    def _refuse_text(self, code: str) -> None:
        if code == "c":
            raise error("char format requires a bytes object of length 1")
        raise error("argument for '" + code + "' must be a bytes object")

    def _put_text(self, item: _Item, text: str) -> None:
        n = byte_len(text)
        if item.code == "c" and n != 1:
            self._refuse_text("c")
        size = item.size
        if item.code == "p":
            if size == 0:
                return
            size -= 1
            self.out.add_char(min(n, size, 255))
        used = min(n, size)
        self.out.add_part(text, 0, used)
        self.out.add_fill(0, size - used)

    def _put_float(self, item: _Item, x: float) -> None:
        is_big = self.layout.is_big()
        if not put_float(self.out, x, item.size, is_big):
            if item.code == "e" or self.layout.order != "@":
                raise OverflowError("float too large to pack with " + item.code + " format")
            put_float(self.out, float("inf") if x > 0 else float("-inf"), 4, is_big)

    def _put_int(self, item: _Item, x: int) -> None:
        is_signed = item.code in "bhilqn"
        if item.size < 8:
            low = -(1 << 8 * item.size - 1) if is_signed else 0
            high = (1 << 8 * item.size - (1 if is_signed else 0)) - 1
            if x < low or x > high:
                self._refuse_int(item.code, x, low, high)
        elif x < 0 and not is_signed:
            raise error("int too large to convert" if self.layout.is_big() else "argument out of range")
        put_int(self.out, x, item.size, self.layout.is_big())

    def _refuse_int(self, code: str, x: int, low: int, high: int) -> None:
        is_named = code in "bB" or (code in "hH" and self.layout.order in "@<")
        if not is_named and low == 0 and x < 0:
            raise error("argument out of range")
        name = _SHORT_NAMES[code] if is_named else "'" + code + "'"
        raise error(name + " format requires " + str(low) + " <= number <= " + str(high))

    def result(self) -> str:
        self.out.add_fill(0, self.layout.size - self.out.length())
        return self.out.build()


def _packed(name, format, values):
    layout = _layout(_text(format))
    if len(values) != len(layout.items):
        counts = str(len(layout.items)) + " items for packing (got " + str(len(values)) + ")"
        raise error(name + " expected " + counts)
    packer = _Packer(layout)
    map_tuple(packer.put, values)
    return packer.result()


def pack(format, *values):
    return bytes_of(_packed("pack", format, values))


def pack_into(format, buffer, offset, *values):
    text = _packed("pack_into", format, values)
    size = byte_len(text)
    start = _place(len(buffer), offset, size, "pack_into", "packing", "no space to pack")
    buffer[start : start + size] = bytes_of(text)


def _place(length: int, offset: int, size: int, name: str, doing: str, refusal: str) -> int:
    # Where `size` bytes at the offset begin in a buffer.
    if offset < 0:
        if offset + size > 0:
            raise error(refusal + " " + str(size) + " bytes at offset " + str(offset))
        if offset + length < 0:
            raise error("offset " + str(offset) + " out of range for " + str(length) + "-byte buffer")
        return offset + length
    if length - offset < size:
        raise error(
            f"{name} requires a buffer of at least {size + offset} bytes for {doing} {size} bytes at offset {offset} "
            f"(actual buffer size is {length})"
        )
    return offset


# ---- unpacking ----------------------------------------------------------------------------


class _Unpacker:
    # Gives one value after another.
    def __init__(self, layout: _Layout, text: str, start: int) -> None:
        self.layout = layout
        self.text = text
        self.start = start
        self.next = 0

    def item(self) -> _Item:
        self.next += 1
        return self.layout.items[self.next - 1]

    def whole(self) -> int:
        item = self.item()
        return get_int(self.text, self.start + item.at, item.size, self.layout.is_big(), item.code in "bhilqn")

    def real(self) -> float:
        item = self.item()
        return get_float(self.text, self.start + item.at, item.size, self.layout.is_big())

    def truth(self) -> bool:
        return byte_get(self.text, self.start + self.item().at) != 0

    def part(self) -> bytes:
        item = self.item()
        at = self.start + item.at
        size = item.size
        if item.code == "p" and size > 0:
            size = min(byte_get(self.text, at), size - 1)
            at += 1
        return bytes_of(substring(self.text, at, at + size))

    def number(self):
        # A value of a class that is not known before.
        code = self.layout.items[self.next].code
        if code in "csp":
            end_program("unpacking 'c', 's' or 'p' by a format that is not written in the call")
        if code == "?":
            return self.truth()
        return self.real() if code in "efd" else self.whole()

    def numbers(self):
        return tuple([self.number() for _ in self.layout.items])


def _numbers(r):
    return r.numbers()


def _read(format, known, buffer, take):
    layout = _layout(_text(format))
    _check_known(format, known)
    text = raw(buffer)
    if byte_len(text) != layout.size:
        raise error("unpack requires a buffer of " + str(layout.size) + " bytes")
    return take(_Unpacker(layout, text, 0))


def _read_from(format, known, buffer, offset, take):
    layout = _layout(_text(format))
    _check_known(format, known)
    text = raw_for_now(buffer)
    start = _place(byte_len(text), offset, layout.size, "unpack_from", "unpacking", "not enough data to unpack")
    return take(_Unpacker(layout, _part_holder(buffer, layout), start))


def _read_all(format, known, buffer, take):
    layout = _layout(_text(format))
    _check_known(format, known)
    text = raw_for_now(buffer)
    if layout.size == 0:
        raise error("cannot iteratively unpack with a struct of length 0")
    if byte_len(text) % layout.size != 0:
        size = str(layout.size)
        raise error("iterative unpacking requires a buffer of a multiple of " + size + " bytes")
    places = range(0, byte_len(text), layout.size)
    return (take(_Unpacker(layout, _part_holder(buffer, layout), at)) for at in places)


def _part_holder(buffer, layout):
    # A part that is the whole buffer would be no copy.
    return raw(buffer) if len(buffer) == layout.size else raw_for_now(buffer)


def _check_known(format, known):
    if known is not None and "".join(_text(format).split()) != known:
        end_program("unpacking by a variable that holds several formats")


TAKE = """($[for name!=x]$[if name=s]r.part()$[else]$[if name=p]r.part()$[else]$[if name=c]r.part()$[else]\
$[if name=?]r.truth()$[else]$[if name=e]r.real()$[else]$[if name=f]r.real()$[else]$[if name=d]r.real()$[else]\
r.whole()$[end]$[end]$[end]$[end]$[end]$[end]$[end], $[end])"""


@expansion("letters sp\n(lambda format, buffer: _weft__read(format, \"$text\", buffer, lambda r: " + TAKE + "))\n")
def unpack(format, buffer):
    return _read(format, None, buffer, _numbers)


@expansion(
    "letters sp\n(lambda format, buffer, offset=0: _weft__read_from(format, \"$text\", buffer, offset, lambda r: "
    + TAKE + "))\n"
)
def unpack_from(format, buffer, offset=0):
    return _read_from(format, None, buffer, offset, _numbers)


@expansion("letters sp\n(lambda format, buffer: _weft__read_all(format, \"$text\", buffer, lambda r: " + TAKE + "))\n")
def iter_unpack(format, buffer):
    return _read_all(format, None, buffer, _numbers)


class _Struct:
    def __init__(self, format, known, take):
        self.format = format
        self.size = calcsize(format)
        self._known = known
        self._take = take

    def pack(self, *values):
        return bytes_of(_packed("pack", self.format, values))

    def pack_into(self, buffer, offset, *values):
        pack_into(self.format, buffer, offset, *values)

    def unpack(self, buffer):
        return _read(self.format, self._known, buffer, self._take)

    def unpack_from(self, buffer, offset=0):
        return _read_from(self.format, self._known, buffer, offset, self._take)

    def iter_unpack(self, buffer):
        return _read_all(self.format, self._known, buffer, self._take)


@expansion("letters sp\n(lambda format: _weft__Struct(format, \"$text\", lambda r: " + TAKE + "))\n")
def Struct(format):
    return _Struct(format, None, _numbers)
