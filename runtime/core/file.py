# open() and file objects: bytes are buffered here for reading and by a stream of the native runtime for writing; text
# is decoded in the pieces that CPython decodes, so that malformed bytes are reported at the same time and place.
from weft.lowlevel import array_addr, array_copy, byte_get, byte_len, native, new_str, str_shift
from weft.core.bytes import bytes, bytes_of, raw
from weft.core.checks import _type_name
from weft.core.codec import codec_of, decode, encode, handler_of, incomplete_tail
from weft.core.exceptions import end_program
from weft.core.list import list
from weft.core.search import find
from weft.core.str import str
from weft.core.text import StringBuilder, char_at, is_ascii, substring

__wrapping__ = True

BLOCK = 8192
ALL = 9223372036854775807

READ = 1
WRITE = 2
CREATE = 4
TRUNCATE = 8
EXCLUSIVE = 16
APPEND = 32

EINTR = 4


class UnsupportedOperation(OSError, ValueError):
    __module__ = "io"


def os_error(number, filename):
    # The exception of an errno. Not declared: the classes are to be seen where it is raised.
    buffer = new_str(128, 0)
    text = substring(buffer, 0, native("error_text", number, array_addr(buffer, 0)))
    e = _error_of(number)
    e._count = 2
    e._describe(number, text)
    e._name_file(filename)
    return e


def _error_of(number):
    if number == 2:
        return FileNotFoundError()
    if number == 1 or number == 13:
        return PermissionError()
    if number == 17:
        return FileExistsError()
    if number == 21:
        return IsADirectoryError()
    if number == 20:
        return NotADirectoryError()
    if number == 32:
        return BrokenPipeError()
    if number == 11:
        return BlockingIOError()
    if number == 110:
        return TimeoutError()
    return OSError()


def _check(result: int, filename: str | None) -> int:
    # The result of a system call that gives a negative errno.
    if result < 0:
        if result == -EINTR:
            raise KeyboardInterrupt
        raise os_error(-result, filename)
    return result


def check_error(error: int) -> None:
    if error != 0:
        raise os_error(error, None)


class LineFile:
    # What all files have, also those in memory: for whoever has readline, write, close and closed.
    def _check_open(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def __enter__(self):
        self._check_open()
        return self

    def __exit__(self, *exception):
        self.close()

    def __iter__(self):
        self._check_open()
        return self

    def readlines(self, hint=-1):
        self._check_open()
        return self._lines(0 if hint is None or hint <= 0 else hint + 1)

    def _lines(self, enough):
        lines = []
        total = 0
        while True:
            line = self.readline()
            if len(line) == 0:
                return lines
            lines.append(line)
            total += len(line)
            if 0 < enough <= total:
                return lines

    def writelines(self, lines):
        self._check_open()
        for line in lines:
            self.write(line)


class BufferedFile(LineFile):
    # Of bytes: BufferedReader, BufferedWriter and BufferedRandom of CPython.
    name: str
    mode: str
    closed: bool
    _fd: int
    _stream: int  # for writing; 0 if there is none
    _can_read: bool
    _buffer: str  # read ahead: its bytes _at.._end are not yet consumed
    _at: int
    _end: int

    def __init__(self, fd: int, stream: int, name: str, mode: str, can_read: bool) -> None:
        self._fd = fd
        self._stream = stream
        self.name = name
        self.mode = mode
        self.closed = False
        self._can_read = can_read
        self._buffer = ""
        self._at = 0
        self._end = 0

    def __repr__(self) -> str:
        kind = "Reader" if self._stream == 0 else ("Random" if self._can_read else "Writer")
        return "<_io.Buffered" + kind + " name=" + repr(self.name) + ">"

    def _check_descriptor(self) -> None:
        if self.closed:
            raise ValueError("I/O operation on closed file")

    def readable(self) -> bool:
        self._check_descriptor()
        return self._can_read

    def writable(self) -> bool:
        if self._stream != 0:
            self._check_descriptor()
        return self._stream != 0

    def seekable(self) -> bool:
        self._check_descriptor()
        return native("file_seek", self._fd, 0, 1) >= 0

    def isatty(self) -> bool:
        self._check_descriptor()
        return native("file_kind", self._fd) == 2

    def fileno(self) -> int:
        self._check_descriptor()
        return self._fd

    def close(self) -> None:
        if self.closed:
            return
        self.closed = True
        error = 0
        if self._stream != 0:
            error = native("out_close", self._stream)
        if self._fd > 2:
            native("file_close", self._fd)
        check_error(error)

    def flush(self) -> None:
        if self.closed:
            raise ValueError("I/O operation on closed file." if self._stream == 0 else "flush of closed file")
        if self._stream != 0:
            check_error(native("out_flush", self._stream))

    # ---- reading ----

    def _check_readable(self, what: str) -> None:
        if self.closed:
            raise ValueError(what)
        if not self._can_read:
            raise UnsupportedOperation("read")
        if self._stream != 0:
            check_error(native("out_flush", self._stream))

    def _fill(self, size: int) -> bool:
        # More bytes behind those not yet consumed; False at the end of the file.
        left = self._end - self._at
        buffer = new_str(left + size, 0)
        array_copy(buffer, 0, self._buffer, self._at, left)
        got = _check(native("read", self._fd, array_addr(buffer, left), size), None)
        self._buffer = buffer
        self._at = 0
        self._end = left + got
        return got > 0

    def take(self, size: int) -> str:
        # The next bytes, as many as there are up to `size`.
        end = self._at + size
        if end > self._end:
            end = self._end
        text = new_str(end - self._at, 0)
        array_copy(text, 0, self._buffer, self._at, end - self._at)
        self._at = end
        return text

    def take_some(self, size: int) -> str:
        # What is read ahead, or what one system call gives.
        if self._at == self._end:
            self._fill(size)
        return self.take(size)

    def take_all(self, size: int) -> str:
        while self._end - self._at < size:
            left = self._end - self._at
            if not self._fill(size - left if size - left < 65536 else (left if left > 65536 else 65536)):
                break
        return self.take(size)

    def read(self, size: int | None = -1) -> bytes:
        self._check_readable("read of closed file")
        if size is not None and size < -1:
            raise ValueError("read length must be non-negative or -1")
        return bytes_of(self.take_all(ALL if size is None or size < 0 else size))

    def read1(self, size: int = -1) -> bytes:
        self._check_readable("read of closed file")
        return bytes_of(self.take_some(BLOCK if size < 0 else size))

    def peek(self, size: int = 0) -> bytes:
        self._check_readable("peek of closed file")
        if self._at == self._end:
            self._fill(BLOCK)
        return bytes_of(substring(self._buffer, self._at, self._end))

    def readinto(self, target):
        data = self.read(len(target))
        target[: len(data)] = data
        return len(data)

    def take_line(self, limit: int) -> str:
        done = 0
        while True:
            start = self._at + done
            count = self._end - start
            at = native("find_byte", array_addr(self._buffer, start), count, 10) if count > 0 else -1
            if at >= 0:
                return self.take(done + at + 1 if done + at + 1 < limit else limit)
            done += count
            if done >= limit or not self._fill(BLOCK if done < BLOCK else done):
                return self.take(limit)

    def readline(self, size: int | None = -1) -> bytes:
        self._check_readable("readline of closed file")
        return bytes_of(self.take_line(ALL if size is None or size < 0 else size))

    def __next__(self) -> bytes:
        self._check_readable("readline of closed file")
        line = self.take_line(ALL)
        if line == "":
            raise StopIteration
        return bytes_of(line)

    # ---- writing ----

    def _check_writable(self) -> None:
        if self._stream == 0:
            raise UnsupportedOperation("write")
        if self.closed:
            raise ValueError("write to closed file")
        self.drop_ahead()

    def drop_ahead(self) -> None:
        # The position of the file becomes that of the reader.
        if self._at != self._end:
            _check(native("file_seek", self._fd, self._at - self._end, 1), None)
            self._at = self._end

    def write(self, b):
        self._check_writable()
        text = raw(b)
        native("out_bytes", self._stream, array_addr(text, 0), byte_len(text))
        check_error(native("out_error", self._stream))
        return byte_len(text)

    # ---- position ----

    def seek(self, offset: int, whence: int = 0) -> int:
        if self.closed:
            raise ValueError("seek of closed file")
        if whence < 0 or whence > 2:
            raise ValueError("whence value " + str(whence) + " unsupported")
        self.flush()
        if whence == 1:
            offset -= self._end - self._at
        self._at = self._end
        return _check(native("file_seek", self._fd, offset, whence), None)

    def tell(self) -> int:
        self._check_descriptor()
        self.flush()
        return _check(native("file_seek", self._fd, 0, 1), None) - (self._end - self._at)

    def truncate(self, size: int | None = None) -> int:
        if self.closed:
            raise ValueError("truncate of closed file")
        if self._stream == 0:
            raise UnsupportedOperation("truncate")
        self.flush()
        length = self.tell() if size is None else size
        _check(native("file_truncate", self._fd, length), None)
        return length


class TextIOWrapper(LineFile):
    buffer: BufferedFile
    encoding: str
    errors: str
    mode: str
    _newline: str | None
    _line_end: str  # that ends the lines which are read; "": any of the three
    _text: str  # decoded ahead: its characters _at.. are not yet consumed
    _at: int
    _source: str  # the bytes of _text
    _is_iterating: bool

    def __init__(self, buffer: BufferedFile, encoding: str, errors: str, newline: str | None, mode: str) -> None:
        self.buffer = buffer
        self.encoding = encoding
        self.errors = errors
        self.mode = mode
        self._newline = newline
        self._line_end = "\n" if newline is None else newline
        self._text = ""
        self._at = 0
        self._source = ""
        self._is_iterating = False

    @property
    def name(self) -> str:
        return self.buffer.name

    @property
    def closed(self) -> bool:
        return self.buffer.closed

    def __repr__(self) -> str:
        shown = " mode=" + repr(self.mode) + " encoding=" + repr(self.encoding)
        return "<_io.TextIOWrapper name=" + repr(self.name) + shown + ">"

    def readable(self) -> bool:
        return self.buffer.readable()

    def writable(self) -> bool:
        return self.buffer.writable()

    def seekable(self) -> bool:
        return self.buffer.seekable()

    def isatty(self) -> bool:
        return self.buffer.isatty()

    def fileno(self) -> int:
        return self.buffer.fileno()

    def close(self) -> None:
        self.buffer.close()

    def flush(self) -> None:
        self.buffer._check_open()
        self.buffer.flush()

    # ---- reading ----

    def _check_readable(self) -> None:
        buffer = self.buffer
        buffer._check_open()
        if not buffer._can_read:
            raise UnsupportedOperation("not readable")
        if buffer._stream != 0:
            check_error(native("out_flush", buffer._stream))

    def _more(self, wants_all: bool) -> bool:
        # Decodes more text behind what is not yet consumed; False at the end.
        size = byte_len(self._text)
        chunk = self.buffer.take_all(ALL) if wants_all else self.buffer.take_some(size if size > BLOCK else BLOCK)
        if not wants_all and byte_len(chunk) > 0:
            chunk = self._completed(chunk)
        if byte_len(chunk) == 0:
            return False
        text = self._translated(decode(chunk, self.encoding, self.errors))
        if self._at == len(self._text):
            self._text = text
            self._source = chunk
        else:
            self._source = substring(self._source, self._source_offset(), byte_len(self._source)) + chunk
            self._text = substring(self._text, self._at, len(self._text)) + text
        self._at = 0
        return True

    def _completed(self, chunk: str) -> str:
        # With the bytes that its last character, or carriage return, may need.
        while not is_ascii(chunk) or char_at(chunk, byte_len(chunk) - 1) == 13:
            if char_at(chunk, byte_len(chunk) - 1) == 13:
                missing = 1
            else:
                missing = incomplete_tail(chunk, self.encoding)
            if missing == 0:
                break
            more = self.buffer.take_some(missing)
            if more == "":
                break
            chunk = chunk + more
        return chunk

    def _translated(self, text: str) -> str:
        if self._newline is not None or find(text, "\r", 0, len(text)) < 0:
            return text
        return text.replace("\r\n", "\n").replace("\r", "\n")

    def _source_offset(self) -> int:
        # How many bytes the consumed characters have.
        text = self._text
        source = self._source
        if byte_len(text) == byte_len(source) and str_shift(text) == 0:
            return self._at
        low = 0
        high = byte_len(source)
        if self._newline is not None or find(source, "\r", 0, high) < 0:
            return byte_len(encode(substring(text, 0, self._at), self.encoding, "surrogatepass"))
        seen = 0
        while low < high:
            if not _continues_character(source, low):
                if seen == self._at:
                    break
                seen += 1
            low += 1
        return low

    def _line_stop(self, start: int) -> int:
        # Where the line that reaches to `start` at least ends, or -1.
        text = self._text
        n = len(text)
        ending = self._line_end
        if ending != "":
            at = find(text, ending, start, n)
            return -1 if at < 0 else at + len(ending)
        while start < n:
            c = char_at(text, start)
            start += 1
            if c == 10 or (c == 13 and (start == n or char_at(text, start) != 10)):
                return start
        return -1

    def _line(self, limit: int) -> str:
        seen = self._at
        while True:
            stop = self._line_stop(seen)
            if stop < 0 and len(self._text) - self._at < limit:
                seen = len(self._text) - self._at
                if self._more(False):
                    if seen > 0 and len(self._line_end) == 2:
                        seen -= 1
                    continue
                stop = len(self._text)
            start = self._at
            if stop < 0 or stop - start > limit:
                stop = start + limit
            self._at = stop
            return substring(self._text, start, stop)

    def readline(self, size: int | None = -1) -> str:
        self._check_readable()
        return self._line(ALL if size is None or size < 0 else size)

    def read(self, size: int | None = -1) -> str:
        self._check_readable()
        self._is_iterating = False
        if size is None or size < 0:
            self._more(True)
            size = ALL
        while len(self._text) - self._at < size and size != ALL:
            if not self._more(False):
                break
        start = self._at
        left = len(self._text) - start
        self._at = start + (size if size < left else left)
        return substring(self._text, start, self._at)

    def __next__(self) -> str:
        self._check_readable()
        self._is_iterating = True
        line = self._line(ALL)
        if line == "":
            self._is_iterating = False
            raise StopIteration
        return line

    # ---- writing ----

    def write(self, s: str) -> int:
        buffer = self.buffer
        buffer._check_open()
        if buffer._stream == 0:
            raise UnsupportedOperation("not writable")
        text = s
        ending = self._newline
        if ending is not None and ending != "" and ending != "\n":
            text = text.replace("\n", ending)
        if not is_ascii(text):
            text = encode(text, self.encoding, self.errors)
        if self._at < len(self._text) or buffer._at != buffer._end:
            self._drop_ahead()
        native("out_write", buffer._stream, array_addr(text, 0), byte_len(text))
        check_error(native("out_error", buffer._stream))
        return len(s)

    # ---- position ----

    def _drop_ahead(self) -> None:
        ahead = byte_len(self._source) - self._source_offset()
        self.buffer.drop_ahead()
        if ahead > 0:
            _check(native("file_seek", self.buffer._fd, -ahead, 1), None)
        self._text = ""
        self._source = ""
        self._at = 0

    def tell(self) -> int:
        self.buffer._check_open()
        if not self.buffer.seekable():
            raise UnsupportedOperation("underlying stream is not seekable")
        if self._is_iterating:
            raise OSError("telling position disabled by next() call")
        return self.buffer.tell() - (byte_len(self._source) - self._source_offset())

    def seek(self, cookie: int, whence: int = 0) -> int:
        self.buffer._check_open()
        if not self.buffer.seekable():
            raise UnsupportedOperation("underlying stream is not seekable")
        if whence == 1 and cookie != 0:
            raise UnsupportedOperation("can't do nonzero cur-relative seeks")
        if whence == 2 and cookie != 0:
            raise UnsupportedOperation("can't do nonzero end-relative seeks")
        if whence < 0 or whence > 2:
            raise ValueError("invalid whence (" + str(whence) + ", should be 0, 1 or 2)")
        if cookie < 0:
            raise ValueError("negative seek position " + str(cookie))
        self.flush()
        self._is_iterating = False
        if whence == 1:
            cookie = self.tell()
            whence = 0
        self._text = ""
        self._source = ""
        self._at = 0
        return self.buffer.seek(cookie, whence)

    def truncate(self, size: int | None = None) -> int:
        self.flush()
        length = self.tell() if size is None else size
        return self.buffer.truncate(length)


def _continues_character(source: str, i: int) -> bool:
    # In UTF-8 with translated line ends
    c = byte_get(source, i)
    return c & 0xC0 == 0x80 or (c == 10 and i > 0 and byte_get(source, i - 1) == 13)


# ---- open ----


class OpenMode:
    # What a mode string asks for.
    flags: int
    is_binary: bool
    shown: str  # of a binary file

    def __init__(self, mode: str) -> None:
        kinds = 0
        flags = 0
        self.is_binary = False
        is_text = False
        is_updating = False
        i = 0
        while i < len(mode):
            c = mode[i]
            if c in "rwxa" and mode.find(c, i + 1) < 0:
                kinds += 1
                flags = READ if c == "r" else WRITE | CREATE
                flags |= TRUNCATE if c == "w" else (EXCLUSIVE if c == "x" else (APPEND if c == "a" else 0))
            elif c == "b" and not self.is_binary:
                self.is_binary = True
            elif c == "t" and not is_text:
                is_text = True
            elif c == "+" and not is_updating:
                is_updating = True
            else:
                raise ValueError("invalid mode: " + repr(mode))
            i += 1
        if is_text and self.is_binary:
            raise ValueError("can't have text and binary mode at once")
        if kinds > 1:
            raise ValueError("must have exactly one of create/read/write/append mode")
        if kinds == 0:
            raise ValueError("Must have exactly one of create/read/write/append mode and at most one plus")
        self.flags = flags | READ | WRITE if is_updating else flags
        first = "x" if flags & EXCLUSIVE != 0 else ("a" if flags & APPEND != 0 else "r")
        if is_updating:
            self.shown = first + "b+"
        else:
            self.shown = "wb" if flags & TRUNCATE != 0 else first + "b"


def _open_file(file: str, flags: int) -> int:
    native("out_flush", -1)
    if find(file, "\0", 0, len(file)) >= 0:
        raise ValueError("embedded null byte")
    path = encode(file, "utf-8", "surrogateescape")
    fd = _check(native("file_open", array_addr(path, 0), byte_len(path), flags), file)
    if native("file_kind", fd) == 1:
        native("file_close", fd)
        raise os_error(21, file)
    return fd


def _buffered(file, mode: OpenMode, is_unbuffered):
    flags = mode.flags
    if isinstance(file, int):
        fd = int(file)
        name = str(file)
    elif isinstance(file, str):
        fd = _open_file(file, flags)
        name = file
    elif isinstance(file, (bytes, float)) or file is None:
        raise TypeError("expected str, bytes or os.PathLike object, not " + _type_name(file))
    else:
        name = file.__fspath__()
        fd = _open_file(name, flags)
    stream = native("out_open", fd) if flags & WRITE != 0 else 0
    if flags & APPEND != 0:
        native("file_seek", fd, 0, 2)
    return BufferedFile(fd, stream, name, mode.shown, flags & READ != 0)


def _open_binary(file, mode, buffering=-1, encoding=None, errors=None, newline=None):
    # open() with a "b" in the mode that is written in the call
    parsed = OpenMode(mode)
    if encoding is not None:
        raise ValueError("binary mode doesn't take an encoding argument")
    if errors is not None:
        raise ValueError("binary mode doesn't take an errors argument")
    if newline is not None:
        raise ValueError("binary mode doesn't take a newline argument")
    if buffering == 0:
        end_program("open() without buffering")
    return _buffered(file, parsed, False)


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
    parsed = OpenMode(mode)
    if parsed.is_binary:
        end_program("open() with a binary mode that is not written in the call itself")
    if newline is not None and newline not in ("", "\n", "\r", "\r\n"):
        raise ValueError("illegal newline value: " + newline)
    if buffering == 0:
        raise ValueError("can't have unbuffered text I/O")
    codec = "UTF-8" if encoding is None else encoding
    codec_of(codec)
    handling = "strict" if errors is None else errors
    handler_of(handling)
    return TextIOWrapper(_buffered(file, parsed, False), codec, handling, newline, mode)


# ---- the standard streams ----


def standard_stream(fd: int, name: str, encoding: str) -> TextIOWrapper:
    buffer = BufferedFile(fd, fd, name, "rb" if fd == 0 else "wb", fd == 0)
    errors = "backslashreplace" if fd == 2 else "strict"
    return TextIOWrapper(buffer, encoding, errors, None, "r" if fd == 0 else "w")


_stdin: TextIOWrapper | None = None


def standard_input() -> TextIOWrapper:
    global _stdin
    stream = _stdin
    if stream is None:
        stream = standard_stream(0, "<stdin>", "utf-8")
        _stdin = stream
    return stream


def input(prompt=""):
    text = str(prompt)
    if not is_ascii(text):
        text = encode(text, "utf-8", "strict")
    native("out_write", 1, array_addr(text, 0), byte_len(text))
    native("out_flush", 1)
    line = standard_input().readline()
    if line == "":
        raise EOFError("EOF when reading a line")
    if line[-1] == "\n":
        return line[:-1]
    return line
