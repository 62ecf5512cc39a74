# copy: shallow and deep copies. Deep copies are made of containers; what is shared inside of one is an error, for the
# copy would lose that.
from weft.lowlevel import copy_object, identity_hash


class Error(Exception):
    pass


error = Error


def copy(x):
    if x is None or isinstance(x, (int, float, str, tuple, frozenset)):
        return x
    if isinstance(x, (list, dict, set)):
        return x.copy()
    return copy_object(x)


def deepcopy(x, memo=None):
    seen: set[int] = set()
    return _deep(x, seen)


def _meet(x, seen):
    address = identity_hash(x)
    if address in seen:
        raise Error("deepcopy of an object that is met twice is not supported")
    seen.add(address)


def _deep(x, seen):
    if x is None or isinstance(x, (int, float, str)):
        return x
    if isinstance(x, list):
        _meet(x, seen)
        items = []
        for item in x:
            items.append(_deep(item, seen))
        return items
    if isinstance(x, dict):
        _meet(x, seen)
        table = {}
        for key in x:
            table[_deep(key, seen)] = _deep(x[key], seen)
        return table
    if isinstance(x, set):
        _meet(x, seen)
        members = set()
        for member in x:
            members.add(_deep(member, seen))
        return members
    return x.__deepcopy__(None)
