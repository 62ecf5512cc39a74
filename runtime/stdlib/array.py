# array: numbers of one kind, which a letter names. Ints and floats have classes of their own, in _int_array and
# _float_array; array(..) chooses between them by the letter where the program is compiled.
from typing import Generic, TypeVar
from weft.lowlevel import byte_len, expansion
from weft.core.bytes import bytes, bytes_of, raw
from weft.core.checks import _type_name
from weft.core.text import StringBuilder

T = TypeVar("T")

typecodes = "bBuhHiIlLqQfd"

_SIZES = {"b": 1, "B": 1, "h": 2, "H": 2, "i": 4, "I": 4, "l": 8, "L": 8, "q": 8, "Q": 8, "f": 4, "d": 8}


@expansion("""maker
$[for ]$[if name=f]_weft__float_maker("f")$[else]$[if name=d]_weft__float_maker("d")$[else]_weft__int_maker("$name")$[end]$[end]$[end]
""")
class array(Generic[T]):
    typecode: str
    itemsize: int
    _items: list[T]

    def __init__(self, typecode: str) -> None:
        self.typecode = typecode
        self.itemsize = _SIZES[typecode]
        self._items = []

    def __len__(self) -> int:
        return len(self._items)

    def __getitem__(self, i: int) -> T:
        items = self._items
        n = len(items)
        if i < -n or i >= n:
            raise IndexError("array index out of range")
        return items[i]

    def _check_index(self, i: int) -> None:
        if i < -len(self._items) or i >= len(self._items):
            raise IndexError("array assignment index out of range")

    def __delitem__(self, i: int) -> None:
        self._check_index(i)
        del self._items[i]

    def __delslice__(self, start: int | None, stop: int | None, step: int | None) -> None:
        del self._items[start:stop:step]

    def __iter__(self):
        return iter(self._items)

    def __reversed__(self):
        return reversed(self._items)

    def __contains__(self, x):
        return x in self._items

    def __repr__(self) -> str:
        shown = "array('" + self.typecode + "'"
        return shown + (")" if len(self._items) == 0 else ", " + repr(self._items) + ")")

    # ---- comparing ----

    def __hash__(self) -> int:
        raise TypeError("unhashable type: 'array.array'")

    def __eq__(self, other):
        return self._items == other._items if isinstance(other, array) else NotImplemented

    def __lt__(self, other):
        return self._items < other._items if isinstance(other, array) else NotImplemented

    def __le__(self, other):
        return self._items <= other._items if isinstance(other, array) else NotImplemented

    def __gt__(self, other):
        return self._items > other._items if isinstance(other, array) else NotImplemented

    def __ge__(self, other):
        return self._items >= other._items if isinstance(other, array) else NotImplemented

    # ---- items ----

    def tolist(self) -> list[T]:
        return self._items.copy()

    def pop(self, i: int = -1) -> T:
        n = len(self._items)
        if n == 0:
            raise IndexError("pop from empty array")
        if i < -n or i >= n:
            raise IndexError("pop index out of range")
        return self._items.pop(i)

    def reverse(self) -> None:
        self._items.reverse()

    def clear(self) -> None:
        self._items.clear()

    def count(self, x):
        return self._items.count(x)

    def index(self, x, start=0, stop=9223372036854775807):
        i = _find(self._items, x, start, stop)
        if i < 0:
            raise ValueError("array.index(x): x not in array")
        return i

    def remove(self, x):
        i = _find(self._items, x, 0, len(self._items))
        if i < 0:
            raise ValueError("array.remove(x): x not in array")
        del self._items[i]

    def append(self, x):
        self._items.append(self._checked(x))

    def insert(self, i, x):
        self._items.insert(i, self._checked(x))

    def __setitem__(self, i, x):
        value = self._checked(x)
        self._check_index(i)
        self._items[i] = value

    # ---- several items ----

    def _made(self, items):
        made = self._empty()
        made._items = items
        return made

    def __copy__(self):
        return self._made(self._items.copy())

    def __deepcopy__(self, memo):
        return self._made(self._items.copy())

    def __getslice__(self, start, stop, step):
        return self._made(self._items[start:stop:step])

    def __setslice__(self, start, stop, step, value):
        if not isinstance(value, array):
            raise TypeError('can only assign array (not "' + _type_name(value) + '") to array slice')
        if value.typecode != self.typecode:
            raise TypeError("bad argument type for built-in operation")
        if step is not None and step != 1:
            indices = range(len(self._items))[start:stop:step]
            if len(indices) != len(value):
                sizes = str(len(value)) + " to extended slice of size " + str(len(indices))
                raise ValueError("attempt to assign array of size " + sizes)
        self._items[start:stop:step] = self._all_checked(value)

    def __add__(self, other):
        if not isinstance(other, array):
            raise TypeError('can only append array (not "' + _type_name(other) + '") to array')
        if other.typecode != self.typecode:
            raise TypeError("bad argument type for built-in operation")
        return self._made(self._items + self._all_checked(other))

    def __iadd__(self, other):
        if not isinstance(other, array):
            raise TypeError('can only extend array with array (not "' + _type_name(other) + '")')
        self.extend(other)
        return self

    def __mul__(self, times: int):
        return self._made(self._items * times)

    def __rmul__(self, times: int):
        return self._made(self._items * times)

    def __imul__(self, times: int):
        self._items *= times
        return self

    def extend(self, iterable):
        if isinstance(iterable, array):
            if iterable.typecode != self.typecode:
                raise TypeError("can only extend with array of same kind")
            self._items.extend(self._all_checked(iterable))
        else:
            for x in iterable:
                self.append(x)

    def fromlist(self, values):
        if not isinstance(values, list):
            raise TypeError("arg must be list")
        self._items.extend(self._all_checked(values))

    def _all_checked(self, values):
        return [self._checked(x) for x in values]

    def _start(self, source):
        if isinstance(source, (bytes, bytearray)):
            self.frombytes(source)
        elif isinstance(source, str):
            raise TypeError("cannot use a str to initialize an array with typecode '" + self.typecode + "'")
        else:
            for x in source:
                self.append(x)
        return self

    # ---- bytes ----

    def tobytes(self):
        out = StringBuilder(len(self._items) * self.itemsize)
        for x in self._items:
            self._put(out, x)
        return bytes_of(out.build())

    def frombytes(self, buffer):
        text = raw(buffer)
        if byte_len(text) % self.itemsize != 0:
            raise ValueError("bytes length not a multiple of item size")
        self._take(text)

    def _take(self, text):
        for at in range(0, byte_len(text), self.itemsize):
            self._items.append(self._get(text, at))

    def byteswap(self):
        text = self.tobytes()
        self._items.clear()
        size = self.itemsize
        self._take(raw(b"".join([text[i : i + size][::-1] for i in range(0, len(text), size)])))

    def tofile(self, f):
        f.write(self.tobytes())

    def fromfile(self, f, n):
        data = f.read(n * self.itemsize)
        self.frombytes(data)
        if len(data) < n * self.itemsize:
            raise EOFError("read() didn't return enough bytes")


def _find(items: list[T], x, start, stop):
    n = len(items)
    i = max(start + n, 0) if start < 0 else start
    end = stop + n if stop < 0 else min(stop, n)
    while i < end:
        if items[i] == x:
            return i
        i += 1
    return -1


ArrayType = array

import _float_array
import _int_array


def _check_code(typecode: str) -> None:
    if typecode not in _SIZES:
        if typecode == "u":
            raise NotImplementedError("arrays of characters")
        raise ValueError("bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)")


def _int_maker(typecode):
    _check_code(typecode)
    return lambda items=(): _int_array.array(typecode)._start(items)


def _float_maker(typecode):
    return lambda items=(): _float_array.array(typecode)._start(items)
