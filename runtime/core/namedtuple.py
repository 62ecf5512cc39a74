# namedtuple and typing.NamedTuple: objects with attributes that behave like tuples. `_weft_items` is the tuple; the
# front end asks for it where a tuple is taken apart.
from weft.lowlevel import expansion
from weft.core.expanded import KEPT, Kept


class NamedTupleBase:
    __slots__ = ()


@expansion("""annotated
def __init__(self$[for ], $name$[if value]=$value$[end]$[end]):
    $[for ]self._item_$name = $name
    $[end]pass
$[for own]@_weft_property
def $name(self):
    return self._item_$name
@$name.setter
def $name(self, value):
    raise _weft_AttributeError("can't set attribute")
$[end]\
def _weft_items(self):
    return ($[for ]self._item_$name, $[end])
$[if !def.__repr__]def __repr__(self):
    return _weft_type(self).__name__ + f"($[for ]$[if !first], $[end]$name={self._item_$name!r}$[end])"
$[end]\
$[if !def.__eq__]def __eq__(self, other):
    if other is None:
        return False
    if _weft_isinstance(other, _weft_tuple):
        return ($[for ]self._item_$name, $[end]) == other
    if _weft_isinstance(other, _weft_NamedTupleBase):
        return ($[for ]self._item_$name, $[end]) == other._weft_items()
    return NotImplemented
$[end]\
$[if !def.__hash__]def __hash__(self):
    return _weft_hash(($[for ]self._item_$name, $[end]))
$[end]\
$[if !def.__lt__]def __lt__(self, other):
    if _weft_isinstance(other, _weft_tuple):
        return ($[for ]self._item_$name, $[end]) < other
    if _weft_isinstance(other, _weft_NamedTupleBase):
        return ($[for ]self._item_$name, $[end]) < other._weft_items()
    return NotImplemented
$[end]\
$[if !def.__le__]def __le__(self, other):
    if _weft_isinstance(other, _weft_tuple):
        return ($[for ]self._item_$name, $[end]) <= other
    if _weft_isinstance(other, _weft_NamedTupleBase):
        return ($[for ]self._item_$name, $[end]) <= other._weft_items()
    return NotImplemented
$[end]\
$[if !def.__gt__]def __gt__(self, other):
    if _weft_isinstance(other, _weft_tuple):
        return ($[for ]self._item_$name, $[end]) > other
    if _weft_isinstance(other, _weft_NamedTupleBase):
        return ($[for ]self._item_$name, $[end]) > other._weft_items()
    return NotImplemented
$[end]\
$[if !def.__ge__]def __ge__(self, other):
    if _weft_isinstance(other, _weft_tuple):
        return ($[for ]self._item_$name, $[end]) >= other
    if _weft_isinstance(other, _weft_NamedTupleBase):
        return ($[for ]self._item_$name, $[end]) >= other._weft_items()
    return NotImplemented
$[end]\
$[if !def.__len__]def __len__(self):
    return _weft_len(($[for ]"$name", $[end]))
$[end]\
$[if !def.__iter__]def __iter__(self):
    return _weft_iter(($[for ]self._item_$name, $[end]))
$[end]\
$[if !def.__contains__]def __contains__(self, x):
    return x in ($[for ]self._item_$name, $[end])
$[end]\
$[if !def.__add__]def __add__(self, other):
    return ($[for ]self._item_$name, $[end]) + other
$[end]\
def index(self, x):
    return ($[for ]self._item_$name, $[end]).index(x)
def count(self, x):
    return ($[for ]self._item_$name, $[end]).count(x)
@_weft_classmethod
def _make(cls, iterable):
    if _weft_isinstance(iterable, _weft_tuple):
        return cls(*iterable)
    items = _weft_list(iterable)
    expected = _weft_len(($[for ]"$name", $[end]))
    if _weft_len(items) != expected:
        raise _weft_TypeError(f"Expected {expected} arguments, got {_weft_len(items)}")
    at = _weft_iter(items)
    return cls($[for ]_weft_next(at), $[end])
def _asdict(self):
    return {$[for ]"$name": self._item_$name, $[end]}
def _replace(self, *$[for ], $name=_weft_KEPT$[end]):
    return _weft_type(self)($[for ]self._item_$name if _weft_isinstance($name, _weft_Kept) else $name, $[end])
_stands_for = _weft_tuple
__slots__ = ()
_fields = ($[for ]"$name", $[end])
_field_defaults = {$[for value]"$name": $value, $[end]}
__match_args__ = ($[for ]"$name", $[end])
""")
class NamedTuple(NamedTupleBase):
    __slots__ = ()


@expansion("""named
class $class(_weft_NamedTuple):
    $[for ]$name: object$[if value] = $value$[end]
    $[end]pass
""")
def namedtuple(name, fields):
    return None
