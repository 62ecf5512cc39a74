# What os, os.path and time ask the operating system for.
from weft.lowlevel import array_addr, byte_get, byte_len, native, new_str
from weft.core.codec import decode, encode
from weft.core.file import os_error
from weft.core.text import substring

__wrapping__ = True

# Acts
KIND = 0
REMOVE = 1
REMOVE_FOLDER = 2
MAKE_FOLDER = 3
RENAME = 4
CHANGE = 5
OWN_KIND = 6
SET = 7
UNSET = 8
RUN = 9
LINK = 10

# Texts
VARIABLE = 0
CURRENT = 1
NAMES = 2
STATUS = 3
OWN_STATUS = 4
VARIABLES = 5
HOME = 6
REAL = 7
ZONE = 8


def path_bytes(path: str) -> str:
    if "\0" in path:
        raise ValueError("embedded null byte")
    return encode(path, "utf-8", "surrogateescape")


def act(what: int, path: str, other: str) -> int:
    # What it gives, or a negative errno.
    first = path_bytes(path)
    second = path_bytes(other)
    return native("path_act", what, array_addr(first, 0), byte_len(first), array_addr(second, 0), byte_len(second))


class Answer:
    # The bytes that the system gives for a name, or an errno.
    error: int
    bytes: str

    def __init__(self, what: int, name: str) -> None:
        argument = path_bytes(name)
        self.error = 0
        self.bytes = ""
        size = 4096
        while True:
            buffer = new_str(size, 0)
            got = native("path_text", what, array_addr(argument, 0), byte_len(argument), array_addr(buffer, 0), size)
            if got != -34:
                break
            size *= 4
        if got < 0:
            self.error = -got
        else:
            self.bytes = substring(buffer, 0, got)

    def text(self) -> str:
        return decode(self.bytes, "utf-8", "surrogateescape")

    def parts(self) -> list[str]:
        # That each end with NUL.
        text = self.text()
        return text[:-1].split("\0") if text != "" else []

    def word(self, index: int) -> int:
        result = 0
        i = index * 8 + 7
        while i >= index * 8:
            result = (result & 0x00FFFFFFFFFFFFFF) << 8 | byte_get(self.bytes, i)
            i -= 1
        return result

    def seconds(self, index: int) -> float:
        # Of nanoseconds
        time = self.word(index)
        return time // 1000000000 + 1e-9 * (time % 1000000000)

    def check(self, path):
        if self.error != 0:
            raise os_error(self.error, path)


def optional_text(what: int, name: str) -> str | None:
    answer = Answer(what, name)
    return None if answer.error != 0 else answer.text()


def status(what, path):
    answer = Answer(what, path)
    answer.check(path)
    return answer
