# os.path, as on POSIX systems.
from weft.core.file import os_error
from _system import CURRENT, HOME, KIND, OWN_KIND, REAL, STATUS, VARIABLE, act, optional_text, status

sep = "/"
curdir = "."
pardir = ".."
extsep = "."
altsep = None
pathsep = ":"
defpath = "/bin:/usr/bin"
devnull = "/dev/null"
supports_unicode_filenames = False


def isabs(s: str) -> bool:
    return s.startswith("/")


def join(a, *parts):
    path = a
    for part in parts:
        if part.startswith("/"):
            path = part
        elif path == "" or path.endswith("/"):
            path += part
        else:
            path += "/" + part
    return path


def _head(p: str, i: int) -> str:
    # What is before position i, without the slashes at its end, if it is not all slashes.
    head = p[:i]
    bare = head.rstrip("/")
    return bare if bare != "" else head


def split(p: str) -> tuple[str, str]:
    i = p.rfind("/") + 1
    return _head(p, i), p[i:]


def basename(p: str) -> str:
    return p[p.rfind("/") + 1 :]


def dirname(p: str) -> str:
    return _head(p, p.rfind("/") + 1)


def splitext(p: str) -> tuple[str, str]:
    start = p.rfind("/") + 1
    dot = p.rfind(".")
    i = start
    while i < dot and p[i] == ".":
        i += 1
    if dot <= start or i >= dot:
        return p, ""
    return p[:dot], p[dot:]


def normpath(path: str) -> str:
    if path == "":
        return "."
    slashes = 0
    if path.startswith("/"):
        slashes = 2 if path.startswith("//") and not path.startswith("///") else 1
    parts: list[str] = []
    for part in path.split("/"):
        if part == "" or part == ".":
            continue
        if part != ".." or (slashes == 0 and len(parts) == 0) or (len(parts) > 0 and parts[-1] == ".."):
            parts.append(part)
        elif len(parts) > 0:
            parts.pop()
    result = "/" * slashes + "/".join(parts)
    return result if result != "" else "."


def normcase(s: str) -> str:
    return s


def splitdrive(p: str) -> tuple[str, str]:
    return "", p


def commonprefix(m):
    # Of strings, character by character.
    paths = list(m)
    if len(paths) == 0:
        return ""
    first = min(paths)
    last = max(paths)
    n = 0
    while n < len(first) and n < len(last) and first[n] == last[n]:
        n += 1
    return first[:n]


def commonpath(paths):
    split_paths = [[part for part in path.split("/") if part != "" and part != "."] for path in paths]
    if len(split_paths) == 0:
        raise ValueError("commonpath() arg is an empty sequence")
    absolute = [path for path in paths if isabs(path)]
    if len(absolute) != 0 and len(absolute) != len(split_paths):
        raise ValueError("Can't mix absolute and relative paths")
    first = min(split_paths)
    last = max(split_paths)
    n = 0
    while n < len(first) and n < len(last) and first[n] == last[n]:
        n += 1
    return ("/" if len(absolute) > 0 else "") + "/".join(first[:n])


def _current() -> str:
    text = optional_text(CURRENT, "")
    return "" if text is None else text


def abspath(path: str) -> str:
    return normpath(path if isabs(path) else join(_current(), path))


def relpath(path: str, start: str | None = None) -> str:
    if path == "":
        raise ValueError("no path specified")
    origin = [part for part in abspath("." if start is None else start).split("/") if part != ""]
    target = [part for part in abspath(path).split("/") if part != ""]
    n = 0
    while n < len(origin) and n < len(target) and origin[n] == target[n]:
        n += 1
    parts = [".."] * (len(origin) - n) + target[n:]
    return "/".join(parts) if len(parts) > 0 else "."


def realpath(filename: str, *, strict: bool = False) -> str:
    # What does not exist is taken as it is written, below what exists.
    path = abspath(filename)
    real = optional_text(REAL, path)
    if real is not None:
        return real
    if strict:
        raise os_error(2, filename)
    head, tail = split(path)
    return path if head == path else join(realpath(head), tail)


def expanduser(path: str) -> str:
    if not path.startswith("~"):
        return path
    end = path.find("/", 1)
    if end < 0:
        end = len(path)
    home = optional_text(VARIABLE, "HOME") if end == 1 else None
    if home is None:
        home = optional_text(HOME, path[1:end])
    if home is None:
        return path
    whole = home.rstrip("/") + path[end:]
    return whole if whole != "" else "/"


def _name_end(path: str, i: int) -> int:
    while i < len(path) and (path[i] == "_" or path[i].isascii() and path[i].isalnum()):
        i += 1
    return i


def expandvars(path: str) -> str:
    result = ""
    i = 0
    while i < len(path):
        start = i + 2 if path.startswith("${", i) else i + 1
        if path[i] != "$":
            result += path[i]
            i = start
            continue
        end = path.find("}", start) if start == i + 2 else _name_end(path, start)
        value = optional_text(VARIABLE, path[start:end]) if end > start else None
        stop = end + 1 if start == i + 2 else end
        if end < 0:
            stop = start
        result += path[i:stop] if value is None else value
        i = stop
    return result


def _kind(path: str, what: int) -> int:
    # 1: a file, 2: a folder, 3: something else, 4: a link if `what` asks for it; or a negative errno.
    return 0 if "\0" in path else act(what, path, "")


def exists(path: str) -> bool:
    return _kind(path, KIND) > 0


def lexists(path: str) -> bool:
    return _kind(path, OWN_KIND) > 0


def isfile(path: str) -> bool:
    return _kind(path, KIND) == 1


def isdir(s: str) -> bool:
    return _kind(s, KIND) == 2


def islink(path: str) -> bool:
    return _kind(path, OWN_KIND) == 4


def ismount(path: str) -> bool:
    if not isdir(path) or islink(path):
        return False
    here = status(STATUS, path)
    above = status(STATUS, join(path, ".."))
    return here.word(2) != above.word(2) or here.word(1) == above.word(1)


def getsize(filename: str) -> int:
    return status(STATUS, filename).word(6)


def getatime(filename: str) -> float:
    return status(STATUS, filename).seconds(7)


def getmtime(filename: str) -> float:
    return status(STATUS, filename).seconds(8)


def getctime(filename: str) -> float:
    return status(STATUS, filename).seconds(9)


def samefile(f1: str, f2: str) -> bool:
    first = status(STATUS, f1)
    second = status(STATUS, f2)
    return first.word(1) == second.word(1) and first.word(2) == second.word(2)
