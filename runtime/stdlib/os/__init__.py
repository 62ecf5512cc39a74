# os: folders, the environment, the process.
from weft.lowlevel import array_addr, byte_len, native, new_str
from weft.core.file import os_error
from weft.core.text import decode_utf8, encode_utf8
import os.path as path

name = "posix"
sep = "/"
altsep = None
extsep = "."
pathsep = ":"
linesep = "\n"
curdir = "."
pardir = ".."
devnull = "/dev/null"
error = OSError

_REMOVE = 1
_REMOVE_FOLDER = 2
_MAKE_FOLDER = 3
_RENAME = 4
_CHANGE = 5
_VARIABLE = 0
_CURRENT = 1
_NAMES = 2


def _act(what: int, path: str, other: str) -> int:
    if "\0" in path or "\0" in other:
        raise ValueError("embedded null byte")
    first = encode_utf8(path)
    second = encode_utf8(other)
    return native(
        "path_act", what, array_addr(first, 0), byte_len(first), array_addr(second, 0), byte_len(second)
    )


def _do(what: int, path: str) -> None:
    error = _act(what, path, "")
    if error < 0:
        raise os_error(-error, path)


def _text(what: int, name: str) -> str | None:
    # None: there is no such variable.
    if "\0" in name:
        raise ValueError("embedded null byte")
    argument = encode_utf8(name)
    size = 4096
    while True:
        buffer = new_str(size, 0)
        got = native("path_text", what, array_addr(argument, 0), byte_len(argument), array_addr(buffer, 0), size)
        if got >= 0:
            return decode_utf8(buffer, 0, got)
        if got != -34:
            if what == _VARIABLE:
                return None
            raise os_error(-got, name)
        size *= 4


def getcwd() -> str:
    text = _text(_CURRENT, "")
    return "" if text is None else text


def listdir(path: str = ".") -> list[str]:
    text = _text(_NAMES, path)
    if text is None or text == "":
        return []
    return text[:-1].split("\0")


def remove(path: str) -> None:
    _do(_REMOVE, path)


def unlink(path: str) -> None:
    _do(_REMOVE, path)


def rmdir(path: str) -> None:
    _do(_REMOVE_FOLDER, path)


def chdir(path: str) -> None:
    _do(_CHANGE, path)


def mkdir(path: str, mode: int = 511) -> None:
    _do(_MAKE_FOLDER, path)


def makedirs(name: str, mode: int = 511, exist_ok: bool = False) -> None:
    head, tail = path.split(name)
    if tail == "":
        head, tail = path.split(head)
    if head != "" and tail != "" and not path.exists(head):
        makedirs(head, mode, True)
    if exist_ok and path.isdir(name):
        return
    _do(_MAKE_FOLDER, name)


def rename(src: str, dst: str) -> None:
    error = _act(_RENAME, src, dst)
    if error < 0:
        e = os_error(-error, src)
        e._text = str(e) + " -> " + repr(dst)
        raise e


def getpid() -> int:
    return native("process_id")


def getenv(key: str, default: str | None = None) -> str | None:
    text = _text(_VARIABLE, key)
    return default if text is None else text


class _Environ:
    def get(self, key: str, default: str | None = None) -> str | None:
        return getenv(key, default)

    def __getitem__(self, key: str) -> str:
        text = getenv(key)
        if text is None:
            raise KeyError(key)
        return text

    def __contains__(self, key: str) -> bool:
        return getenv(key) is not None


environ = _Environ()


def cpu_count() -> int:
    return 1


def fspath(path: str) -> str:
    return path
