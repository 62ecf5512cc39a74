# io: open, the classes of files, and files in memory.
from weft.lowlevel import array_copy, byte_get, byte_len, byte_set, new_str
from weft.core.bytes import bytes, bytes_of, raw
from weft.core.file import BufferedFile, LineFile, TextIOWrapper, UnsupportedOperation, open
from weft.core.list import list
from weft.core.str import str
from weft.core.text import StringBuilder

SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
DEFAULT_BUFFER_SIZE = 8192


class MemoryFile(LineFile):
    closed: bool
    _position: int

    def __init__(self):
        self._position = 0
        self.closed = False

    def _check(self):
        self._check_open()

    def readable(self):
        self._check()
        return True

    def writable(self):
        self._check()
        return True

    def seekable(self):
        self._check()
        return True

    def isatty(self):
        self._check_open()
        return False

    def fileno(self):
        raise UnsupportedOperation("fileno")

    def flush(self):
        pass

    def close(self):
        self.closed = True

    def tell(self):
        self._check()
        return self._position

    def _stop(self, size, length):
        # Where a read of `size` ends in what is `length` long.
        left = length - self._position
        return length if size is None or size < 0 or size > left else self._position + size


class StringIO(MemoryFile):
    # While it is only written at its end, its text is a growing builder.
    _text: str
    _tail: StringBuilder  # written behind _text

    def __init__(self, initial_value: str | None = "", newline: str | None = "\n") -> None:
        if newline is not None and newline != "" and newline != "\n":
            raise ValueError("StringIO with this newline argument is not supported")
        text = "" if initial_value is None else initial_value
        self._text = text.replace("\r\n", "\n").replace("\r", "\n") if newline is None else text
        self._tail = StringBuilder(0)
        MemoryFile.__init__(self)

    def _check(self) -> None:
        if self.closed:
            raise ValueError("I/O operation on closed file")  # without a stop

    def _whole(self) -> str:
        if self._tail.length() > 0:
            self._text = self._text + self._tail.build()
            self._tail = StringBuilder(0)
        return self._text

    def _size(self) -> int:
        return len(self._text) + self._tail.length()

    def getvalue(self) -> str:
        self._check()
        return self._whole()

    def write(self, s: str) -> int:
        self._check()
        n = len(s)
        if n == 0:
            return 0
        size = self._size()
        at = self._position
        if at == size:
            self._tail.add(s)
        else:
            text = self._whole()
            if at > size:
                text = text + "\0" * (at - size)
            self._text = text[:at] + s + text[at + n :]
        self._position = at + n
        return n

    def read(self, size: int | None = -1) -> str:
        self._check()
        text = self._whole()
        start = self._position
        stop = self._stop(size, len(text))
        if stop <= start:
            return ""
        self._position = stop
        return text[start:stop]

    def readline(self, size: int | None = -1) -> str:
        self._check()
        text = self._whole()
        start = self._position
        if start >= len(text):
            return ""
        stop = text.find("\n", start) + 1
        if stop == 0:
            stop = len(text)
        if size is not None and 0 <= size < stop - start:
            stop = start + size
        self._position = stop
        return text[start:stop]

    def __next__(self) -> str:
        line = self.readline()
        if line == "":
            raise StopIteration
        return line

    def seek(self, pos: int, whence: int = 0) -> int:
        self._check()
        if whence < 0 or whence > 2:
            raise ValueError("Invalid whence (" + str(whence) + ", should be 0, 1 or 2)")
        if whence == 0 and pos < 0:
            raise ValueError("Negative seek position " + str(pos))
        if whence != 0 and pos != 0:
            raise OSError("Can't do nonzero cur-relative seeks")
        if whence == 0:
            self._position = pos
        elif whence == 2:
            self._position = self._size()
        return self._position

    def truncate(self, size: int | None = None) -> int:
        self._check()
        length = self._position if size is None else size
        if length < 0:
            raise ValueError("Negative size value " + str(length))
        self._text = self._whole()[:length]
        return length


class BytesIO(MemoryFile):
    _buffer: str
    _size: int

    def __init__(self, initial_bytes=b""):
        text = raw(initial_bytes)
        self._size = byte_len(text)
        self._buffer = new_str(self._size, 0)
        array_copy(self._buffer, 0, text, 0, self._size)
        MemoryFile.__init__(self)

    def _part(self, start: int, stop: int) -> str:
        text = new_str(stop - start, 0)
        array_copy(text, 0, self._buffer, start, stop - start)
        return text

    def getvalue(self) -> bytes:
        self._check()
        return bytes_of(self._part(0, self._size))

    def _reserve(self, size: int) -> None:
        if size > byte_len(self._buffer):
            larger = new_str(size + (size >> 1) + 16, 0)
            array_copy(larger, 0, self._buffer, 0, self._size)
            self._buffer = larger

    def write(self, b):
        self._check()
        text = raw(b)
        self._put(text)
        return byte_len(text)

    def _put(self, text: str) -> None:
        count = byte_len(text)
        start = self._position
        if count == 0:
            return
        self._reserve(start + count)
        i = self._size
        while i < start:
            byte_set(self._buffer, i, 0)
            i += 1
        array_copy(self._buffer, start, text, 0, count)
        self._position = start + count
        if self._size < start + count:
            self._size = start + count

    def read(self, size: int | None = -1) -> bytes:
        self._check()
        start = self._position
        stop = self._stop(size, self._size)
        if stop <= start:
            return b""
        self._position = stop
        return bytes_of(self._part(start, stop))

    def read1(self, size: int | None = -1) -> bytes:
        return self.read(size)

    def readinto(self, target):
        data = self.read(len(target))
        target[: len(data)] = data
        return len(data)

    def readline(self, size: int | None = -1) -> bytes:
        self._check()
        start = self._position
        limit = self._stop(size, self._size)
        stop = start
        while stop < limit:
            stop += 1
            if byte_get(self._buffer, stop - 1) == 10:
                break
        if stop == start:
            return b""
        self._position = stop
        return bytes_of(self._part(start, stop))

    def readlines(self, hint=-1):
        return self._lines(0 if hint is None else hint)

    def flush(self):
        self._check()

    def __iter__(self):
        return self

    def __next__(self) -> bytes:
        line = self.readline()
        if len(line) == 0:
            raise StopIteration
        return line

    def seek(self, pos: int, whence: int = 0) -> int:
        self._check()
        if whence < 0 or whence > 2:
            raise ValueError("invalid whence (" + str(whence) + ", should be 0, 1 or 2)")
        if whence == 0 and pos < 0:
            raise ValueError("negative seek value " + str(pos))
        base = 0 if whence == 0 else (self._position if whence == 1 else self._size)
        self._position = base + pos if base + pos > 0 else 0
        return self._position

    def truncate(self, size: int | None = None) -> int:
        self._check()
        length = self._position if size is None else size
        if length < 0:
            raise ValueError("negative size value " + str(length))
        if length < self._size:
            self._size = length
        return length
