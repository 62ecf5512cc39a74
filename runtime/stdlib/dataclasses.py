# dataclasses: the methods are written into the class at compile time, see frontend/expand.c.
from weft.lowlevel import expansion
from weft.core.expanded import KEPT, Kept


class KW_ONLY:
    pass


class FrozenInstanceError(AttributeError):
    pass


# The default of a parameter that stands for a call of the factory.
class _Factory:
    def __init__(self, factory):
        self._factory = factory

    def make(self):
        factory = self._factory
        return factory()


def _refuse(symbol: str, left: str, right: str) -> None:
    raise TypeError("'" + symbol + "' not supported between instances of '" + left + "' and '" + right + "'")


@expansion("""annotated
$[if init!=False]def __init__(self$[for kw_only!=True init!=False], $name\
$[if value]=$value$[end]$[if ?default]=$default$[end]\
$[if default_factory]=_weft__Factory($default_factory)$[end]$[end]\
$[if any kw_only=True init!=False], *$[end]\
$[for kw_only=True init!=False], $name\
$[if value]=$value$[end]$[if ?default]=$default$[end]\
$[if default_factory]=_weft__Factory($default_factory)$[end]$[end]):
    $[if any !InitVar]$[for !InitVar]\
$[if init=False]$[if value]self.$[if frozen]_frozen_$[end]$name = $value
    $[end]$[if ?default]self.$[if frozen]_frozen_$[end]$name = $default
    $[end]$[if default_factory]self.$[if frozen]_frozen_$[end]$name = $default_factory()
    $[end]$[else]self.$[if frozen]_frozen_$[end]$name = \
$[if default_factory]$name.make() if _weft_isinstance($name, _weft__Factory) else $[end]$name
    $[end]$[end]$[end]\
$[if def.__post_init__]self.__post_init__($[for InitVar]$name, $[end])$[else]pass$[end]
$[end]\
$[if repr!=False !def.__repr__]def __repr__(self):
    return _weft_type(self).__qualname__ + f"(\
$[for repr!=False !InitVar]$[if !first], $[end]$name={self.$name!r}$[end])"
$[end]\
$[if eq!=False !def.__eq__]def __eq__(self, other):
    if other is None:
        return False
    if _weft_isinstance(other, _weft_type(self)):
        return _weft_type(other) is _weft_type(self) and \
($[for compare!=False !InitVar]self.$name, $[end]) == ($[for compare!=False !InitVar]other.$name, $[end])
    return NotImplemented
$[end]\
$[if order]def __lt__(self, other):
    if _weft_isinstance(other, _weft_type(self)):
        if _weft_type(other) is not _weft_type(self):
            _weft__refuse("<", _weft_type(self).__name__, _weft_type(other).__name__)
        return ($[for compare!=False !InitVar]self.$name, $[end]) < ($[for compare!=False !InitVar]other.$name, $[end])
    return NotImplemented
def __le__(self, other):
    if _weft_isinstance(other, _weft_type(self)):
        if _weft_type(other) is not _weft_type(self):
            _weft__refuse("<=", _weft_type(self).__name__, _weft_type(other).__name__)
        return ($[for compare!=False !InitVar]self.$name, $[end]) <= ($[for compare!=False !InitVar]other.$name, $[end])
    return NotImplemented
def __gt__(self, other):
    if _weft_isinstance(other, _weft_type(self)):
        if _weft_type(other) is not _weft_type(self):
            _weft__refuse(">", _weft_type(self).__name__, _weft_type(other).__name__)
        return ($[for compare!=False !InitVar]self.$name, $[end]) > ($[for compare!=False !InitVar]other.$name, $[end])
    return NotImplemented
def __ge__(self, other):
    if _weft_isinstance(other, _weft_type(self)):
        if _weft_type(other) is not _weft_type(self):
            _weft__refuse(">=", _weft_type(self).__name__, _weft_type(other).__name__)
        return ($[for compare!=False !InitVar]self.$name, $[end]) >= ($[for compare!=False !InitVar]other.$name, $[end])
    return NotImplemented
$[end]\
$[if unsafe_hash]def __hash__(self):
    return _weft_hash(($[for compare!=False hash!=False !InitVar]self.$name, $[end]))
$[else]$[if frozen eq!=False !def.__hash__]def __hash__(self):
    return _weft_hash(($[for compare!=False hash!=False !InitVar]self.$name, $[end]))
$[end]$[end]\
$[if frozen]$[for own !InitVar]@_weft_property
def $name(self):
    return self._frozen_$name
@$name.setter
def $name(self, value):
    raise _weft_FrozenInstanceError("cannot assign to field '$name'")
$[end]$[else]$[for own]$[if value]$name = $value
$[end]$[if ?default]$name = $default
$[end]$[end]$[end]\
$[for own mutable]raise _weft_ValueError("mutable default <class '$mutable'> for field $name is not allowed: \
use default_factory")
$[end]\
$[if slots]__slots__ = ($[for own !InitVar]"$name", $[end])
$[end]\
__match_args__ = ($[for init!=False kw_only!=True]"$name", $[end])
def _weft_replace(self$[if any init!=False !InitVar], *$[end]$[for init!=False !InitVar], $name=_weft_KEPT$[end]):
    return _weft_type(self)($[for init!=False !InitVar]$name=self.$name if _weft_isinstance($name, _weft_Kept) else $name, $[end])
def _weft_astuple(self):
    return ($[for !InitVar]_weft__plain_tuple(self.$name), $[end])
def _weft_asdict(self):
    return {$[for !InitVar]"$name": _weft__plain_dict(self.$name), $[end]}
""")
def dataclass(cls):
    return cls


# What astuple() and asdict() make of the attributes; objects of other classes cannot be copied.
def _plain_tuple(x):
    if x is None or isinstance(x, (int, float, str)):
        return x
    if isinstance(x, list):
        return [_plain_tuple(y) for y in x]
    if isinstance(x, dict):
        return {key: _plain_tuple(y) for key, y in x.items()}
    return x._weft_astuple()


def _plain_dict(x):
    if x is None or isinstance(x, (int, float, str)):
        return x
    if isinstance(x, list):
        return [_plain_dict(y) for y in x]
    if isinstance(x, dict):
        return {key: _plain_dict(y) for key, y in x.items()}
    return x._weft_asdict()


@expansion("field")
def field():
    return None


@expansion("method _weft_replace")
def replace(x):
    return x


@expansion("method _weft_astuple")
def astuple(x):
    return x


@expansion("method _weft_asdict")
def asdict(x):
    return x
