# fnmatch: names of files that fit a pattern: * any text, ? any character, [a-z] and [!a-z] sets of them.
import os.path


def fnmatch(name: str, pat: str) -> bool:
    return fnmatchcase(os.path.normcase(name), os.path.normcase(pat))


def fnmatchcase(name: str, pat: str) -> bool:
    # When the pattern fails behind a *, that one takes a character more.
    i = 0
    at = 0
    star = -1
    retry = 0
    while i < len(name):
        if at < len(pat) and pat[at] == "*":
            star = at
            at += 1
            retry = i
            continue
        stop = _one(name[i], pat, at) if at < len(pat) else -1
        if stop >= 0:
            i += 1
            at = stop
        elif star >= 0:
            retry += 1
            i = retry
            at = star + 1
        else:
            return False
    while at < len(pat) and pat[at] == "*":
        at += 1
    return at == len(pat)


def _set_end(pat: str, at: int) -> int:
    # Where the set that begins at `at` has its bracket, or -1. A bracket that comes first belongs to it.
    first = at + 1
    if pat.startswith("!", first):
        first += 1
    return pat.find("]", first + 1)


def _one(c: str, pat: str, at: int) -> int:
    # Where the pattern goes on if its part at `at` fits the character, or -1.
    if pat[at] == "?":
        return at + 1
    end = _set_end(pat, at) if pat[at] == "[" else -1
    if end < 0:
        return at + 1 if pat[at] == c else -1
    is_negated = pat[at + 1] == "!"
    return end + 1 if _in_set(c, pat[at + 2 if is_negated else at + 1 : end]) != is_negated else -1


def _in_set(c: str, members: str) -> bool:
    i = 0
    while i < len(members):
        if i + 2 < len(members) and members[i + 1] == "-":
            if members[i] <= c <= members[i + 2]:
                return True
            i += 3
        else:
            if members[i] == c:
                return True
            i += 1
    return False


def filter(names, pat):
    pattern = os.path.normcase(pat)
    return [name for name in names if fnmatchcase(os.path.normcase(name), pattern)]
