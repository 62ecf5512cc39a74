# enum: the members are made behind the class statement, see frontend/expand.c. A class of members has them in
# `_enum_members`, which is what iterating over the class goes through, and by name in `__members__`.
from weft.lowlevel import expansion, new_object


@expansion("previous")
def auto():
    return 0


def next_value(last=0):
    return last + 1


def next_flag(last=0):
    value = 1
    while value <= last:
        value *= 2
    return value


def lookup(cls, value):
    for member in cls._enum_members:
        if member.value == value:
            return member
    raise ValueError(repr(value) + " is not a valid " + cls.__qualname__)


def make_member(cls, name, value):
    for other in cls._enum_members:
        if other.value == value:
            cls.__members__[name] = other
            return other
    member = new_object(cls, name, value)
    cls._enum_members.append(member)
    cls.__members__[name] = member
    return member


def make_member_by_init(cls, name, value):
    # For classes with an __init__ of their own.
    for other in cls._enum_members:
        if other.value == value:
            cls.__members__[name] = other
            return other
    member = new_object(cls, *value) if isinstance(value, tuple) else new_object(cls, value)
    member._weft_start(name, value)
    cls._enum_members.append(member)
    cls.__members__[name] = member
    return member


def plain(x):
    return x.value if isinstance(x, Enum) else x


@expansion("""assigned next_value
_enum_members = []
__members__ = {}
$[if has.__init__]def _weft_start(self, name, value):
    self.name = name
    self.value = value
$[else]def __init__(self, name, value):
    self.name = name
    self.value = value
$[end]\
@_weft_property
def _name_(self):
    return self.name
@_weft_property
def _value_(self):
    return self.value
def __new__(cls, value):
    return value if _weft_isinstance(value, cls) else _weft_lookup(cls, value)
$[if !has.__repr__]def __repr__(self):
    return f"<{_weft_type(self).__name__}.{self.name}: {self.value!r}>"
$[end]\
$[if !has.__str__]def __str__(self):
    return _weft_type(self).__name__ + "." + self.name
$[end]\
$[if !has.__hash__]$[if !has.__eq__]def __hash__(self):
    return _weft_hash(self.name)
$[end]$[end]\
...
$[for ]$class.$name = _weft_make_member$[if has.__init__]_by_init$[end]($class, "$name", $class.$value)
$[end]\
""")
class Enum:
    pass


@expansion("""assigned next_value
_stands_for_builtin = True
_enum_members = []
__members__ = {}
$[if has.__init__]def _weft_start(self, name, value):
    self.name = name
    self.value = value
$[else]def __init__(self, name, value):
    self.name = name
    self.value = value
$[end]\
@_weft_property
def _name_(self):
    return self.name
@_weft_property
def _value_(self):
    return self.value
def __new__(cls, value):
    return value if _weft_isinstance(value, cls) else _weft_lookup(cls, value)
$[if !has.__repr__]def __repr__(self):
    return f"<{_weft_type(self).__name__}.{self.name}: {self.value!r}>"
$[end]\
$[if !has.__str__]def __str__(self):
    return _weft_repr(self.value)
$[end]\
def __hash__(self):
    return self.value
def __bool__(self):
    return self.value != 0
def __int__(self):
    return self.value
def __index__(self):
    return self.value
def __float__(self):
    return _weft_float(self.value)
def __neg__(self):
    return -self.value
def __abs__(self):
    return _weft_abs(self.value)
def __eq__(self, other):
    if other is None:
        return False
    if _weft_isinstance(other, (_weft_int, _weft_float, _weft_Enum)):
        return self.value == _weft_plain(other)
    return NotImplemented
def __lt__(self, other):
    return self.value < _weft_plain(other)
def __le__(self, other):
    return self.value <= _weft_plain(other)
def __gt__(self, other):
    return self.value > _weft_plain(other)
def __ge__(self, other):
    return self.value >= _weft_plain(other)
def __add__(self, other):
    return self.value + _weft_plain(other)
def __radd__(self, other):
    return other + self.value
def __sub__(self, other):
    return self.value - _weft_plain(other)
def __rsub__(self, other):
    return other - self.value
def __mul__(self, other):
    return self.value * _weft_plain(other)
def __rmul__(self, other):
    return other * self.value
def __truediv__(self, other):
    return self.value / _weft_plain(other)
def __rtruediv__(self, other):
    return other / self.value
def __floordiv__(self, other):
    return self.value // _weft_plain(other)
def __rfloordiv__(self, other):
    return other // self.value
def __mod__(self, other):
    return self.value % _weft_plain(other)
def __rmod__(self, other):
    return other % self.value
def __and__(self, other):
    return self.value & _weft_plain(other)
def __rand__(self, other):
    return other & self.value
def __or__(self, other):
    return self.value | _weft_plain(other)
def __ror__(self, other):
    return other | self.value
def __xor__(self, other):
    return self.value ^ _weft_plain(other)
def __rxor__(self, other):
    return other ^ self.value
def __lshift__(self, other):
    return self.value << _weft_plain(other)
def __rlshift__(self, other):
    return other << self.value
def __rshift__(self, other):
    return self.value >> _weft_plain(other)
...
$[for ]$class.$name = _weft_make_member$[if has.__init__]_by_init$[end]($class, "$name", $class.$value)
$[end]\
""")
class IntEnum(Enum):
    pass


# ---- flags --------------------------------------------------------------------------------


def make_flag(cls, name, value):
    for other in cls.__members__.values():
        if other.value == value:
            cls.__members__[name] = other
            return other
    member = new_object(cls, name, value)
    if value > 0 and value & (value - 1) == 0:
        cls._enum_members.append(member)
    cls.__members__[name] = member
    cls._enum_by_value[value] = member
    return member


def flag_of(cls, value):
    # The member of that value; a combination is made once. Bits that no member has do not count.
    value &= flag_mask(cls)
    found = cls._enum_by_value.get(value)
    if found is not None:
        return found
    names = []
    for member in cls._enum_members:
        part = member.name
        if member.value & value and part is not None:
            names.append(part)
    combined = new_object(cls, "|".join(names) if names else None, value)
    cls._enum_by_value[value] = combined
    return combined


def flag_mask(cls):
    mask = 0
    for member in cls._enum_members:
        mask |= member.value
    return mask


def flags_in(cls, value):
    return [member for member in cls._enum_members if member.value & value]


@expansion("""assigned next_flag
_enum_members = []
_enum_by_value = {}
__members__ = {}
def __init__(self, name, value):
    self.name = name
    self.value = value
@_weft_property
def _name_(self):
    return self.name
@_weft_property
def _value_(self):
    return self.value
def __new__(cls, value):
    return value if _weft_isinstance(value, cls) else _weft_flag_of(cls, value)
$[if !has.__repr__]def __repr__(self):
    name = "" if self.name is None else "." + self.name
    return f"<{_weft_type(self).__name__}{name}: {self.value!r}>"
$[end]\
$[if !has.__str__]def __str__(self):
    cls = _weft_type(self).__name__
    return f"{cls}({self.value!r})" if self.name is None else cls + "." + self.name
$[end]\
def __hash__(self):
    return _weft_hash(self.value)
def __bool__(self):
    return self.value != 0
def __len__(self):
    return _weft_len(_weft_flags_in(_weft_type(self), self.value))
def __iter__(self):
    return _weft_iter(_weft_flags_in(_weft_type(self), self.value))
def __contains__(self, other):
    return other.value & self.value == other.value
def __or__(self, other):
    return _weft_flag_of(_weft_type(self), self.value | other.value)
def __and__(self, other):
    return _weft_flag_of(_weft_type(self), self.value & other.value)
def __xor__(self, other):
    return _weft_flag_of(_weft_type(self), self.value ^ other.value)
def __invert__(self):
    return _weft_flag_of(_weft_type(self), ~self.value)
...
$[for ]$class.$name = _weft_make_flag($class, "$name", $class.$value)
$[end]\
""")
class Flag(Enum):
    pass


# ---- decorators ---------------------------------------------------------------------------


def check_unique(cls):
    shown = []
    for name, member in cls.__members__.items():
        if name != member.name:
            shown.append(name + " -> " + member.name)
    if shown:
        raise ValueError("duplicate values found in <enum '" + cls.__name__ + "'>: " + ", ".join(shown))


@expansion("""assigned
...
_weft_check_unique($class)
""")
def unique(cls):
    return cls
