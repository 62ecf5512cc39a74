# Standard output, standard error and standard input, and what print does.
from weft.lowlevel import array_addr, array_copy, byte_get, byte_len, native, new_str
from weft.core.text import StringBuilder, decode_utf8, encode_utf8, is_ascii

__wrapping__ = True

READ_SIZE = 65536


def stream_write(stream: int, s: str) -> None:
    if not is_ascii(s):
        s = encode_utf8(s)
    native("out_write", stream, array_addr(s, 0), byte_len(s))


def err_write(s: str) -> None:
    stream_write(2, s)


def err_flush() -> None:
    native("out_flush", 2)


def out_flush() -> None:
    native("out_flush", 1)


class TextIO:
    # sys.stdout and sys.stderr
    _stream: int
    name: str
    encoding: str

    def __init__(self, stream: int, name: str) -> None:
        self._stream = stream
        self.name = name
        self.encoding = "utf-8"

    def write(self, s: str) -> int:
        stream_write(self._stream, s)
        if self._stream == 2:
            native("out_flush", 2)
        return len(s)

    def flush(self) -> None:
        if native("out_flush", self._stream) != 0:
            raise OSError("write error")

    def fileno(self) -> int:
        return self._stream

    def isatty(self) -> bool:
        return False

    def writelines(self, lines):
        for line in lines:
            self.write(line)


class TextInput:
    # sys.stdin: bytes are read by blocks; lines are decoded one by one.
    _buffer: str
    _at: int
    _end: int
    _is_done: bool

    def __init__(self) -> None:
        self._buffer = ""
        self._at = 0
        self._end = 0
        self._is_done = False

    def _fill(self) -> bool:
        # More bytes behind those not yet consumed; False at the end of the input.
        if self._is_done:
            return False
        left = self._end - self._at
        buffer = new_str(left + READ_SIZE, 0)
        array_copy(buffer, 0, self._buffer, self._at, left)
        self._buffer = buffer
        self._at = 0
        self._end = left
        count = native("read", 0, array_addr(buffer, left), READ_SIZE)
        if count <= 0:
            self._is_done = True
            return False
        self._end = left + count
        return True

    def readline(self) -> str:
        at = self._at
        while True:
            while at < self._end:
                if byte_get(self._buffer, at) == 10:
                    return self._take(at + 1)
                at += 1
            done = at - self._at
            if not self._fill():
                return self._take(self._end)
            at = self._at + done

    def _take(self, end: int) -> str:
        start = self._at
        self._at = end
        if end - start >= 2 and byte_get(self._buffer, end - 2) == 13 and byte_get(self._buffer, end - 1) == 10:
            return decode_utf8(self._buffer, start, end - 2) + "\n"
        return decode_utf8(self._buffer, start, end)

    def read(self) -> str:
        out = StringBuilder(READ_SIZE)
        while True:
            line = self.readline()
            if line == "":
                return out.build()
            out.add(line)

    def readlines(self) -> list[str]:
        lines: list[str] = []
        while True:
            line = self.readline()
            if line == "":
                return lines
            lines.append(line)

    def __iter__(self) -> TextInput:
        return self

    def __next__(self) -> str:
        line = self.readline()
        if line == "":
            raise StopIteration
        return line


_stdin: TextInput | None = None


def standard_input() -> TextInput:
    global _stdin
    stream = _stdin
    if stream is None:
        stream = TextInput()
        _stdin = stream
    return stream


def _print_write(s, file):
    if file is None:
        stream_write(1, s)
    else:
        file.write(s)


def _print_end(end, file, flush):
    _print_write("\n" if end is None else end, file)
    if flush:
        if file is None:
            out_flush()
        else:
            file.flush()


def input(prompt=""):
    stream_write(1, str(prompt))
    out_flush()
    line = standard_input().readline()
    if line == "":
        raise EOFError("EOF when reading a line")
    if line[-1] == "\n":
        return line[:-1]
    return line
