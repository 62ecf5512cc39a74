# sys
from weft.lowlevel import array_addr, native, new_str
from weft.core.list import list
from weft.core.number import int
from weft.core.str import str
from weft.core.file import TextIOWrapper, standard_input, standard_stream
from weft.core.text import decode_utf8

maxsize = 9223372036854775807
maxunicode = 1114111
byteorder = "little"
platform = "linux"
version = "3.11.2 (weft)"
hexversion = 51053296
executable = ""


class _VersionInfo:
    major: int
    minor: int
    micro: int
    releaselevel: str
    serial: int

    def __init__(self) -> None:
        self.major = 3
        self.minor = 11
        self.micro = 2
        self.releaselevel = "final"
        self.serial = 0

    def __getitem__(self, i: int) -> int:
        return (3, 11, 2)[i]

    def __ge__(self, other):
        return (3, 11, 2, "final", 0) >= other

    def __gt__(self, other):
        return (3, 11, 2, "final", 0) > other

    def __le__(self, other):
        return (3, 11, 2, "final", 0) <= other

    def __lt__(self, other):
        return (3, 11, 2, "final", 0) < other


def _arguments() -> list[str]:
    args: list[str] = []
    i = 0
    while i < native("arg_count"):
        size = native("arg_length", i)
        buffer = new_str(size, 0)
        native("arg_copy", i, array_addr(buffer, 0))
        args.append(decode_utf8(buffer, 0, size))
        i += 1
    return args


argv = _arguments()
stdin = standard_input()
stdout = standard_stream(1, "<stdout>", "utf-8")
stderr = standard_stream(2, "<stderr>", "utf-8")
version_info = _VersionInfo()


def exit(status=None):
    raise SystemExit(status)


def getrecursionlimit() -> int:
    return 1000


def setrecursionlimit(limit: int) -> None:
    if limit < 1:
        raise ValueError("recursion limit must be greater or equal than 1")


def intern(s: str) -> str:
    return s


def getdefaultencoding() -> str:
    return "utf-8"
