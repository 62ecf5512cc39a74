# os.path, as on POSIX systems.
from weft.lowlevel import array_addr, byte_len, native
from weft.core.text import encode_utf8

sep = "/"
curdir = "."
pardir = ".."


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


def _kind(path: str) -> int:
    if "\0" in path:
        return 0
    text = encode_utf8(path)
    return native("path_act", 0, array_addr(text, 0), byte_len(text), array_addr(text, 0), 0)


def exists(path: str) -> bool:
    return _kind(path) > 0


def isfile(path: str) -> bool:
    return _kind(path) == 1


def isdir(s: str) -> bool:
    return _kind(s) == 2
