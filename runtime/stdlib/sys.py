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
executable = "/usr/bin/python3"
copyright = "Weft compiles this program; CPython is copyright (c) 2001-2023 Python Software Foundation."


class _VersionInfo:
    def __init__(self):
        self.major = 3
        self.minor = 11
        self.micro = 2
        self.releaselevel = "final"
        self.serial = 0

    def _weft_items(self):
        return (3, 11, 2, "final", 0)

    def __len__(self):
        return 5

    def __iter__(self):
        return iter((3, 11, 2, "final", 0))

    def __eq__(self, other):
        return (3, 11, 2, "final", 0) == other

    def __ge__(self, other):
        return (3, 11, 2, "final", 0) >= other

    def __gt__(self, other):
        return (3, 11, 2, "final", 0) > other

    def __le__(self, other):
        return (3, 11, 2, "final", 0) <= other

    def __lt__(self, other):
        return (3, 11, 2, "final", 0) < other

    def __repr__(self):
        return "sys.version_info(major=3, minor=11, micro=2, releaselevel='final', serial=0)"


class _FloatInfo:
    def __init__(self):
        self.max = 1.7976931348623157e308
        self.max_exp = 1024
        self.max_10_exp = 308
        self.min = 2.2250738585072014e-308
        self.min_exp = -1021
        self.min_10_exp = -307
        self.dig = 15
        self.mant_dig = 53
        self.epsilon = 2.220446049250313e-16
        self.radix = 2
        self.rounds = 1


class _Implementation:
    # The program runs by CPython's rules; what makes it different is not asked here.
    def __init__(self):
        self.name = "cpython"


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
float_info = _FloatInfo()
implementation = _Implementation()
_limit: int = 1000


def exit(status=None):
    raise SystemExit(status)


def getrecursionlimit() -> int:
    return _limit


def setrecursionlimit(limit: int) -> None:
    # The depth of recursion is bounded by memory alone; only the number is kept.
    global _limit
    if limit < 1:
        raise ValueError("recursion limit must be greater or equal than 1")
    _limit = limit


def intern(s: str) -> str:
    return s


def getdefaultencoding() -> str:
    return "utf-8"


def getfilesystemencoding() -> str:
    return "utf-8"


def getfilesystemencodeerrors() -> str:
    return "surrogateescape"


def is_finalizing() -> bool:
    return False
