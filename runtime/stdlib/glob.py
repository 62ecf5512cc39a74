# glob: the files whose paths fit a pattern of fnmatch; ** stands for any folders if asked for.
import fnmatch
import os


def has_magic(s: str) -> bool:
    return "*" in s or "?" in s or "[" in s


def escape(pathname: str) -> str:
    return "".join(["[" + c + "]" if c in "*?[" else c for c in pathname])


def _names(folder: str, only_folders: bool, include_hidden: bool) -> list[str]:
    try:
        names = os.listdir(folder if folder != "" else ".")
    except OSError:
        return []
    if only_folders:
        names = [name for name in names if os.path.isdir(os.path.join(folder, name))]
    return [name for name in names if include_hidden or not name.startswith(".")]


def _below(folder: str, prefix: str, only_folders: bool, include_hidden: bool) -> list[str]:
    # All paths in and under a folder.
    found: list[str] = []
    for name in _names(folder, only_folders, include_hidden):
        path = os.path.join(folder, name)
        shown = os.path.join(prefix, name)
        found.append(shown)
        if os.path.isdir(path):
            found.extend(_below(path, shown, only_folders, include_hidden))
    return found


def _matching(folder: str, pattern: str, only_folders: bool, recursive: bool, hidden: bool) -> list[str]:
    # What fits the last part of a pattern, in one folder.
    if recursive and pattern == "**":
        return [""] + _below(folder, "", only_folders, hidden)
    if has_magic(pattern):
        names = _names(folder, only_folders, hidden or pattern.startswith("."))
        return fnmatch.filter(names, pattern)
    path = os.path.join(folder, pattern)
    if pattern == "":
        return [""] if os.path.isdir(folder) else []
    return [pattern] if os.path.lexists(path) else []


def _find(pathname: str, only_folders: bool, recursive: bool, hidden: bool) -> list[str]:
    folder, pattern = os.path.split(pathname)
    if not has_magic(pathname):
        if pattern != "":
            return [pathname] if os.path.lexists(pathname) else []
        return [pathname] if os.path.isdir(folder) else []
    if folder == "":
        return _matching("", pattern, only_folders, recursive, hidden)
    folders = _find(folder, True, recursive, hidden) if folder != pathname and has_magic(folder) else [folder]
    found: list[str] = []
    for place in folders:
        for name in _matching(place, pattern, only_folders, recursive, hidden):
            found.append(os.path.join(place, name))
    return found


def glob(pathname, *, root_dir=None, recursive=False, include_hidden=False):
    if root_dir is not None:
        raise NotImplementedError("glob() with root_dir")
    found = _find(pathname, False, recursive, include_hidden)
    if recursive and pathname.startswith("**") and len(found) > 0 and found[0] == "":
        return found[1:]
    return found


def iglob(pathname, *, root_dir=None, recursive=False, include_hidden=False):
    return iter(glob(pathname, root_dir=root_dir, recursive=recursive, include_hidden=include_hidden))
