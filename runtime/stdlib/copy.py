# copy: shallow and deep copies. What is met again while a deep copy is made is the same copy.
from typing import TypeVar
from weft.lowlevel import array_copy, array_len, by_code, class_name, copy_object, deep_object, identity_hash, new_array
from weft.lowlevel import object_at, ptr_to_addr, same_object

T = TypeVar("T")
PLAIN = ("list", "dict", "set", "defaultdict", "Counter", "OrderedDict")


class Error(Exception):
    pass


error = Error


def copy(x):
    if x is None or isinstance(x, (int, float, str, tuple, frozenset, bytes)):
        return x
    if isinstance(x, (list, dict, set)):
        return x.copy()
    return copy_object(x)


class Something:
    """An object of whatever class, seen as one that has no attributes."""


# The copies made so far, of objects of any types, by what identifies the original.
class Memo:
    def __init__(self):
        places: dict[int, int] = {}
        self._places = places
        self._like = Something()
        self._copies = new_array(8)

    def find(self, x):
        return self._places.get(identity_hash(x), -1)

    def copied(self, place, x):
        # As an object of the type of x.
        return object_at(ptr_to_addr(self._copies[place]), x)

    def add(self, x, copied):
        copies = self._copies
        place = len(self._places)
        if place == array_len(copies):
            more = new_array(place * 2)
            array_copy(more, 0, copies, 0, place)
            copies = self._copies = more
        copies[place] = object_at(ptr_to_addr(copied), self._like)
        self._places[identity_hash(x)] = place

    def mark(self, x):
        # It has been copied by a method of its own.
        self._places[identity_hash(x)] = -2


def deepcopy(x, memo=None):
    return _part(x, Memo() if memo is None else memo)


def _part(x, memo):
    # Functions and classes are what they are.
    return by_code(x, lambda code: code, lambda other: _deep(other, memo))


def _require_plain(x):
    if class_name(x) not in PLAIN:
        raise Error("deepcopy of a " + class_name(x) + " is not supported")


# Once for each type of x: with a signature, so that recursive types end.
def _deep(x: T, memo: Memo) -> T:
    if x is None or isinstance(x, (int, float, str, frozenset, bytes)):
        return x
    if isinstance(x, tuple):
        return deep_object(x, memo, None, lambda part: _part(part, memo))
    place = memo.find(x)
    if place >= 0:
        return memo.copied(place, x)
    if place == -2:
        raise Error("deepcopy of an object with __deepcopy__ that is met twice is not supported")
    if isinstance(x, list):
        _require_plain(x)
        items = []
        memo.add(x, items)
        for item in x:
            items.append(_part(item, memo))
        return items
    if isinstance(x, dict):
        _require_plain(x)
        table = x.copy()
        table.clear()
        memo.add(x, table)
        for key in x:
            table[_part(key, memo)] = _part(x[key], memo)
        return table
    if isinstance(x, set):
        _require_plain(x)
        members = set()
        memo.add(x, members)
        for member in x:
            members.add(_part(member, memo))
        return members
    return _deep_instance(x, memo)


# A function of its own: what a lambda holds is not narrowed by tests.
def _deep_instance(x: T, memo: Memo) -> T:
    copied = deep_object(x, memo, lambda made: memo.add(x, made), lambda part: _part(part, memo))
    if same_object(copied, x):
        memo.add(x, x)
    elif memo.find(x) == -1:
        memo.mark(x)
    return copied
