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


def make_alias(cls, name, value):
    # The member of that value, which gets another name; or None.
    for other in cls.__members__.values():
        if other.value == value:
            cls.__members__[name] = other
            return other
    return None


def note_member(cls, name, member):
    cls._enum_members.append(member)
    cls.__members__[name] = member
    return member


def make_member(cls, name, value):
    other = make_alias(cls, name, value)
    return note_member(cls, name, new_object(cls, name, value)) if other is None else other


def make_member_by_init(cls, name, value):
    # For classes with an __init__ of their own.
    other = make_alias(cls, name, value)
    if other is not None:
        return other
    member = new_object(cls, *value) if isinstance(value, tuple) else new_object(cls, value)
    member._weft_start(name, value)
    return note_member(cls, name, member)


# ---- the parts of templates ---------------------------------------------------------------

# Attributes `name` and `value` that a class may have methods for, ..
GUARDED = """
_enum_members = []
__members__ = {}
def $[if has.__init__]_weft_start$[else]__init__$[end](self, name, value):
    self._name_ = name
    self._value_ = value
$[if !def.name]@_weft_property
def name(self):
    return self._name_
@name.setter
def name(self, value):
    raise _weft_AttributeError("<enum 'Enum'> cannot set attribute 'name'")
$[end]$[if !def.value]@_weft_property
def value(self):
    return self._value_
@value.setter
def value(self, value):
    raise _weft_AttributeError("<enum 'Enum'> cannot set attribute 'value'")
$[end]\
"""

# .. or that are just there, where members behave as their values.
PLAIN = """
_enum_members = []
__members__ = {}
def $[if has.__init__]_weft_start$[else]__init__$[end](self, name, value):
    self.name = name
    self.value = value
@_weft_property
def _name_(self):
    return self.name
@_weft_property
def _value_(self):
    return self.value
"""

LOOKED_UP = """def __new__(cls, value):
    return value if _weft_isinstance(value, cls) else _weft_lookup(cls, value)
$[if !has.__repr__]def __repr__(self):
    return f"<{_weft_type(self).__name__}.{self.name}: {self.value!r}>"
$[end]\
"""

SHOWN_BY_NAME = """$[if !has.__str__]def __str__(self):
    return _weft_type(self).__name__ + "." + self.name
$[end]\
"""

FORMATTED_BY_NAME = """$[if !has.__format__]def __format__(self, spec):
    return _weft_format(_weft_str(self), spec)
$[end]\
"""

SHOWN_BY_VALUE = """$[if !has.__str__]def __str__(self):
    return _weft_str(self.value)
$[end]\
$[if !has.__format__]def __format__(self, spec):
    return _weft_format(self.value, spec)
$[end]\
"""

HASHED = """$[if !has.__hash__]$[if !has.__eq__]def __hash__(self):
    return _weft_hash(self.name)
$[end]$[end]\
"""

MADE = """...
$[for ]$class.$name = _weft_make_member$[if has.__init__]_by_init$[end]($class, "$name", $class.$value)
$[end]\
"""


def plain(x):
    return x.value if isinstance(x, Enum) else x


@expansion("assigned next_value" + GUARDED + LOOKED_UP + SHOWN_BY_NAME + FORMATTED_BY_NAME + HASHED + MADE)
class Enum:
    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


# Members that behave as their values: numbers,
class IntMember(Enum):
    _stands_for = int

    def __hash__(self):
        return hash(self.value)

    def __bool__(self):
        return self.value != 0

    def __int__(self):
        return self.value

    def __index__(self):
        return self.value

    def __float__(self):
        return float(self.value)

    def __neg__(self):
        return -self.value

    def __pos__(self):
        return +self.value

    def __abs__(self):
        return abs(self.value)

    def __eq__(self, other):
        if other is None:
            return False
        if isinstance(other, (int, float, Enum)):
            return self.value == plain(other)
        return NotImplemented

    def __lt__(self, other):
        return self.value < plain(other)

    def __le__(self, other):
        return self.value <= plain(other)

    def __gt__(self, other):
        return self.value > plain(other)

    def __ge__(self, other):
        return self.value >= plain(other)

    def __add__(self, other):
        return self.value + plain(other)

    def __radd__(self, other):
        return other + self.value

    def __sub__(self, other):
        return self.value - plain(other)

    def __rsub__(self, other):
        return other - self.value

    def __mul__(self, other):
        return self.value * plain(other)

    def __rmul__(self, other):
        return other * self.value

    def __truediv__(self, other):
        return self.value / plain(other)

    def __rtruediv__(self, other):
        return other / self.value

    def __floordiv__(self, other):
        return self.value // plain(other)

    def __rfloordiv__(self, other):
        return other // self.value

    def __mod__(self, other):
        return self.value % plain(other)

    def __rmod__(self, other):
        return other % self.value

    def __lshift__(self, other):
        return self.value << plain(other)

    def __rlshift__(self, other):
        return other << self.value

    def __rshift__(self, other):
        return self.value >> plain(other)

    def __rrshift__(self, other):
        return other >> self.value


class _Whole(IntMember):
    def __invert__(self):
        return ~self.value

    def __and__(self, other):
        return self.value & plain(other)

    def __rand__(self, other):
        return other & self.value

    def __or__(self, other):
        return self.value | plain(other)

    def __ror__(self, other):
        return other | self.value

    def __xor__(self, other):
        return self.value ^ plain(other)

    def __rxor__(self, other):
        return other ^ self.value


# .. or text.
class StrMember(Enum):
    _stands_for = str

    def __hash__(self):
        return hash(self.value)

    def __bool__(self):
        return self.value != ""

    def __len__(self):
        return len(self.value)

    def __iter__(self):
        return iter(self.value)

    def __contains__(self, part):
        return plain_text(part) in self.value

    def __getitem__(self, i):
        return self.value[i]

    def __eq__(self, other):
        if other is None:
            return False
        if isinstance(other, (str, StrMember)):
            return self.value == plain_text(other)
        return NotImplemented

    def __lt__(self, other):
        return self.value < plain_text(other)

    def __le__(self, other):
        return self.value <= plain_text(other)

    def __gt__(self, other):
        return self.value > plain_text(other)

    def __ge__(self, other):
        return self.value >= plain_text(other)

    def __add__(self, other):
        return self.value + plain_text(other)

    def __radd__(self, other):
        return other + self.value

    def __mul__(self, count):
        return self.value * count

    def __rmul__(self, count):
        return self.value * count

    def upper(self):
        return self.value.upper()

    def lower(self):
        return self.value.lower()

    def title(self):
        return self.value.title()

    def capitalize(self):
        return self.value.capitalize()

    def casefold(self):
        return self.value.casefold()

    def swapcase(self):
        return self.value.swapcase()

    def isalpha(self):
        return self.value.isalpha()

    def isdigit(self):
        return self.value.isdigit()

    def isalnum(self):
        return self.value.isalnum()

    def islower(self):
        return self.value.islower()

    def isupper(self):
        return self.value.isupper()

    def isspace(self):
        return self.value.isspace()

    def isidentifier(self):
        return self.value.isidentifier()

    def startswith(self, part):
        return self.value.startswith(part)

    def endswith(self, part):
        return self.value.endswith(part)

    def removeprefix(self, part):
        return self.value.removeprefix(part)

    def removesuffix(self, part):
        return self.value.removesuffix(part)

    def partition(self, part):
        return self.value.partition(part)

    def rpartition(self, part):
        return self.value.rpartition(part)

    def find(self, part, *limits):
        return self.value.find(part, *limits)

    def count(self, part, *limits):
        return self.value.count(part, *limits)

    def strip(self, *characters):
        return self.value.strip(*characters)

    def split(self, sep=None, maxsplit=-1):
        return self.value.split(sep, maxsplit)

    def replace(self, old, new, count=-1):
        return self.value.replace(old, new, count)

    def join(self, parts):
        return self.value.join(parts)

    def encode(self, encoding="utf-8", errors="strict"):
        return self.value.encode(encoding, errors)

    def center(self, width, fill=" "):
        return self.value.center(width, fill)

    def ljust(self, width, fill=" "):
        return self.value.ljust(width, fill)

    def rjust(self, width, fill=" "):
        return self.value.rjust(width, fill)

    def zfill(self, width):
        return self.value.zfill(width)


def plain_text(x):
    return x.value if isinstance(x, StrMember) else x


def lower_name(name):
    return name.lower()


@expansion("assigned next_value" + GUARDED + LOOKED_UP + SHOWN_BY_VALUE + MADE)
class IntEnum(_Whole):
    pass


# class C(int, Enum)
@expansion("assigned next_value" + PLAIN + LOOKED_UP + SHOWN_BY_NAME + FORMATTED_BY_NAME + MADE)
class int_Enum(_Whole):
    pass


@expansion("assigned +lower_name" + PLAIN + LOOKED_UP + SHOWN_BY_VALUE + MADE)
class StrEnum(StrMember):
    pass


# class C(str, Enum)
@expansion("assigned next_value" + PLAIN + LOOKED_UP + SHOWN_BY_NAME + FORMATTED_BY_NAME + MADE)
class str_Enum(StrMember):
    pass


# ---- flags --------------------------------------------------------------------------------


def make_flag(cls, name, value):
    other = make_alias(cls, name, value)
    if other is not None:
        return other
    member = new_object(cls, name, value)
    if value > 0 and value & (value - 1) == 0:
        cls._enum_members.append(member)
    cls.__members__[name] = member
    cls._enum_by_value[value] = member
    return member


def flag_of(cls, value):
    # Bits that no member has do not count, ..
    return combined(cls, value & flag_mask(cls))


def int_flag_of(cls, value):
    # .. or are kept.
    return combined(cls, value & flag_mask(cls) if value < 0 else value)


def combined(cls, value):
    # The member of that value; a combination is made once.
    found = cls._enum_by_value.get(value)
    if found is not None:
        return found
    names = []
    for member in cls._enum_members:
        part = member.name
        if member.value & value and part is not None:
            names.append(part)
    rest = value & ~flag_mask(cls)
    if rest and names:
        names.append(str(rest))
    made = new_object(cls, "|".join(names) if names else None, value)
    cls._enum_by_value[value] = made
    return made


def flag_mask(cls):
    mask = 0
    for member in cls._enum_members:
        mask |= member.value
    return mask


def flags_in(cls, value):
    return [member for member in cls._enum_members if member.value & value]


FLAGS = """_enum_by_value = {}
$[if !has.__repr__]def __repr__(self):
    name = "" if self.name is None else "." + self.name
    return f"<{_weft_type(self).__name__}{name}: {self.value!r}>"
$[end]\
def __len__(self):
    return _weft_len(_weft_flags_in(_weft_type(self), self.value))
def __iter__(self):
    return _weft_iter(_weft_flags_in(_weft_type(self), self.value))
def __contains__(self, other):
    return other.value & self.value == other.value
def __or__(self, other):
    return self._weft_with(self.value | self._weft_bits(other))
def __and__(self, other):
    return self._weft_with(self.value & self._weft_bits(other))
def __xor__(self, other):
    return self._weft_with(self.value ^ self._weft_bits(other))
def __invert__(self):
    return self._weft_with(~self.value)
"""

SHOWN_FLAGS = """$[if !has.__str__]def __str__(self):
    cls = _weft_type(self).__name__
    return f"{cls}({self.value!r})" if self.name is None else cls + "." + self.name
$[end]\
"""

MADE_FLAGS = """...
$[for ]$class.$name = _weft_make_flag($class, "$name", $class.$value)
$[end]\
"""


@expansion(
    "assigned next_flag" + GUARDED + FLAGS + SHOWN_FLAGS + FORMATTED_BY_NAME + """\
def _weft_with(self, value):
    return _weft_flag_of(_weft_type(self), value)
def _weft_bits(self, other):
    return other.value
def __new__(cls, value):
    return value if _weft_isinstance(value, cls) else _weft_flag_of(cls, value)
def __hash__(self):
    return _weft_hash(self.value)
def __bool__(self):
    return self.value != 0
""" + MADE_FLAGS
)
class Flag(Enum):
    pass


@expansion(
    "assigned next_flag" + PLAIN + FLAGS + SHOWN_BY_VALUE + """\
def _weft_with(self, value):
    return _weft_int_flag_of(_weft_type(self), value)
def _weft_bits(self, other):
    return other.value if _weft_isinstance(other, $class) else other
def __new__(cls, value):
    return value if _weft_isinstance(value, cls) else _weft_int_flag_of(cls, value)
def __ror__(self, other):
    return self._weft_with(self.value | other)
def __rand__(self, other):
    return self._weft_with(self.value & other)
def __rxor__(self, other):
    return self._weft_with(self.value ^ other)
""" + MADE_FLAGS
)
class IntFlag(IntMember):
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
