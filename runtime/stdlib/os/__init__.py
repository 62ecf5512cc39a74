# os: folders, files by number, the environment, the process.
from weft.lowlevel import array_addr, byte_len, native, new_str
from weft.core.bytes import bytes_of, raw
from weft.core.file import os_error
from weft.core.text import StringBuilder, substring
from _system import (
    CHANGE, CURRENT, LINK, MAKE_FOLDER, NAMES, OWN_KIND, OWN_STATUS, REMOVE, REMOVE_FOLDER, RENAME, RUN, SET, STATUS, UNSET,
    VARIABLES, Answer, act, path_bytes, status,
)
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
defpath = "/bin:/usr/bin"
error = OSError

F_OK = 0
X_OK = 1
W_OK = 2
R_OK = 4

# ---- folders ------------------------------------------------------------------------------


def _check(result: int, path: str) -> None:
    if result < 0:
        raise os_error(-result, path)


def getcwd() -> str:
    answer = Answer(CURRENT, "")
    if answer.error != 0:
        raise os_error(answer.error, None)
    return answer.text()


def listdir(path: str = ".") -> list[str]:
    answer = Answer(NAMES, path)
    if answer.error != 0:
        raise os_error(answer.error, path)
    return answer.parts()


def remove(path: str) -> None:
    _check(act(REMOVE, path, ""), path)


def unlink(path: str) -> None:
    remove(path)


def rmdir(path: str) -> None:
    _check(act(REMOVE_FOLDER, path, ""), path)


def removedirs(name: str) -> None:
    rmdir(name)
    head, tail = path.split(name)
    if tail == "":
        head, tail = path.split(head)
    while head != "" and tail != "" and act(REMOVE_FOLDER, head, "") == 0:
        head, tail = path.split(head)


def chdir(path: str) -> None:
    _check(act(CHANGE, path, ""), path)


def mkdir(path: str, mode: int = 511) -> None:
    _check(act(MAKE_FOLDER, path, ""), path)


def makedirs(name: str, mode: int = 511, exist_ok: bool = False) -> None:
    head, tail = path.split(name)
    if tail == "":
        head, tail = path.split(head)
    if head != "" and tail != "" and not path.exists(head):
        makedirs(head, mode, True)
    if exist_ok and path.isdir(name):
        return
    mkdir(name, mode)


def rename(src: str, dst: str) -> None:
    _between(RENAME, src, dst)


def replace(src: str, dst: str) -> None:
    _between(RENAME, src, dst)


def symlink(src: str, dst: str, target_is_directory: bool = False) -> None:
    _between(LINK, src, dst)


def _between(what: int, src: str, dst: str) -> None:
    error = act(what, src, dst)
    if error < 0:
        e = os_error(-error, src)
        e._text = str(e) + " -> " + repr(dst)
        raise e


def fspath(path):
    return path if isinstance(path, (str, bytes)) else path.__fspath__()


# ---- what files are -----------------------------------------------------------------------


class stat_result:
    def __init__(self, words: Answer) -> None:
        self.st_mode = words.word(0)
        self.st_ino = words.word(1)
        self.st_dev = words.word(2)
        self.st_nlink = words.word(3)
        self.st_uid = words.word(4)
        self.st_gid = words.word(5)
        self.st_size = words.word(6)
        self.st_atime_ns = words.word(7)
        self.st_mtime_ns = words.word(8)
        self.st_ctime_ns = words.word(9)
        self.st_atime = words.seconds(7)
        self.st_mtime = words.seconds(8)
        self.st_ctime = words.seconds(9)

    def _weft_items(self):
        ids = (self.st_mode, self.st_ino, self.st_dev, self.st_nlink, self.st_uid, self.st_gid, self.st_size)
        return ids + (self.st_atime_ns // 10**9, self.st_mtime_ns // 10**9, self.st_ctime_ns // 10**9)

    def __getitem__(self, i):
        return self._weft_items()[i]

    def __getslice__(self, start, stop, step):
        return self._weft_items()[start:stop:step]

    def __len__(self):
        return 10

    def __iter__(self):
        return iter(self._weft_items())


def stat(path: str, *, follow_symlinks: bool = True) -> stat_result:
    words = Answer(STATUS if follow_symlinks else OWN_STATUS, path)
    if words.error != 0:
        raise os_error(words.error, path)
    return stat_result(words)


def lstat(path: str) -> stat_result:
    return stat(path, follow_symlinks=False)


class DirEntry:
    name: str
    path: str

    def __init__(self, name: str, path: str) -> None:
        self.name = name
        self.path = path

    def is_dir(self, *, follow_symlinks: bool = True) -> bool:
        return act(0 if follow_symlinks else OWN_KIND, self.path, "") == 2

    def is_file(self, *, follow_symlinks: bool = True) -> bool:
        return act(0 if follow_symlinks else OWN_KIND, self.path, "") == 1

    def is_symlink(self) -> bool:
        return act(OWN_KIND, self.path, "") == 4

    def stat(self, *, follow_symlinks: bool = True) -> stat_result:
        return stat(self.path, follow_symlinks=follow_symlinks)

    def inode(self) -> int:
        return lstat(self.path).st_ino

    def __fspath__(self) -> str:
        return self.path

    def __repr__(self) -> str:
        return "<DirEntry " + repr(self.name) + ">"


class _Entries:
    # What scandir gives.
    def __init__(self, entries: list[DirEntry]) -> None:
        self._entries = entries
        self._at = 0

    def __iter__(self) -> _Entries:
        return self

    def __next__(self) -> DirEntry:
        if self._at >= len(self._entries):
            raise StopIteration
        self._at += 1
        return self._entries[self._at - 1]

    def __enter__(self) -> _Entries:
        return self

    def __exit__(self, *exception):
        self.close()

    def close(self) -> None:
        self._at = len(self._entries)


def scandir(folder: str = ".") -> _Entries:
    return _Entries([DirEntry(name, path.join(folder, name)) for name in listdir(folder)])


def walk(top, topdown=True, onerror=None, followlinks=False):
    try:
        names = listdir(top)
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    folders = [name for name in names if path.isdir(path.join(top, name))]
    files = [name for name in names if not path.isdir(path.join(top, name))]
    if topdown:
        yield top, folders, files
    for name in folders:
        below = path.join(top, name)
        if followlinks or not path.islink(below):
            for entry in walk(below, topdown, onerror, followlinks):
                yield entry
    if not topdown:
        yield top, folders, files


# ---- files by number ----------------------------------------------------------------------

O_RDONLY = 0
O_WRONLY = 1
O_RDWR = 2
O_CREAT = 64
O_EXCL = 128
O_TRUNC = 512
O_APPEND = 1024
SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2

_KNOWN = O_WRONLY | O_RDWR | O_CREAT | O_EXCL | O_TRUNC | O_APPEND


def _check_number(result: int) -> int:
    if result < 0:
        raise os_error(-result, None)
    return result


def open(path: str, flags: int, mode: int = 511) -> int:
    if flags & ~_KNOWN:
        raise ValueError("os.open() with these flags is not supported")
    wanted = (1, 2, 3)[flags & 3]
    wanted |= 4 if flags & O_CREAT else 0
    wanted |= 8 if flags & O_TRUNC else 0
    wanted |= 16 if flags & O_EXCL else 0
    wanted |= 32 if flags & O_APPEND else 0
    text = path_bytes(path)
    fd = native("file_open", array_addr(text, 0), byte_len(text), wanted)
    if fd < 0:
        raise os_error(-fd, path)
    return fd


def close(fd: int) -> None:
    _check_number(native("file_close", fd))


def read(fd: int, n: int) -> bytes:
    buffer = new_str(n, 0)
    got = _check_number(native("read", fd, array_addr(buffer, 0), n))
    return bytes_of(substring(buffer, 0, got))


def write(fd, data):
    text = raw(data)
    native("out_flush", -1)
    error = native("write", fd, array_addr(text, 0), byte_len(text))
    if error != 0:
        raise os_error(error, None)
    return byte_len(text)


def lseek(fd: int, position: int, how: int) -> int:
    return _check_number(native("file_seek", fd, position, how))


def ftruncate(fd: int, length: int) -> None:
    _check_number(native("file_truncate", fd, length))


def isatty(fd: int) -> bool:
    return native("file_kind", fd) == 2


# ---- the environment ----------------------------------------------------------------------


class _Environ:
    _values: dict[str, str]

    def __init__(self) -> None:
        self._values = {}
        for line in Answer(VARIABLES, "").parts():
            name, equals, value = line.partition("=")
            if equals != "":
                self._values[name] = value

    def get(self, key: str, default: str | None = None) -> str | None:
        return self._values.get(key, default)

    def __getitem__(self, key: str) -> str:
        return self._values[key]

    def __setitem__(self, key: str, value: str) -> None:
        putenv(key, value)
        self._values[key] = value

    def __delitem__(self, key: str) -> None:
        if key not in self._values:
            raise KeyError(key)
        unsetenv(key)
        del self._values[key]

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def __len__(self) -> int:
        return len(self._values)

    def __iter__(self):
        return iter(self._values)

    def keys(self):
        return self._values.keys()

    def values(self):
        return self._values.values()

    def items(self):
        return self._values.items()

    def setdefault(self, key: str, default: str) -> str:
        if key not in self._values:
            self[key] = default
        return self._values[key]

    def pop(self, key, *default):
        if key in self._values or len(default) == 0:
            value = self[key]
            del self[key]
            return value
        return default[0]

    def update(self, other):
        for key in other:
            self[key] = other[key]

    def copy(self) -> dict[str, str]:
        return self._values.copy()


environ = _Environ()


def getenv(key: str, default: str | None = None) -> str | None:
    return environ.get(key, default)


def putenv(name: str, value: str) -> None:
    if "=" in name:
        raise ValueError("illegal environment variable name")
    _check(act(SET, name, value), name)


def unsetenv(name: str) -> None:
    _check(act(UNSET, name, ""), name)


# ---- the process --------------------------------------------------------------------------


def getpid() -> int:
    return native("process_id")


def cpu_count() -> int:
    return native("cpu_count")


def system(command: str) -> int:
    return act(RUN, command, "")


def urandom(size: int) -> bytes:
    out = StringBuilder(size)
    while out.length() < size:
        out.add_char(native("entropy") & 255)
    return bytes_of(out.build())


def strerror(code: int) -> str:
    e = os_error(code, None)
    return e.strerror
