# operator: the operators as functions.
from weft.lowlevel import by_arity, by_constant, expansion, py_abs


def add(a, b):
    return a + b


def sub(a, b):
    return a - b


def mul(a, b):
    return a * b


def truediv(a, b):
    return a / b


def floordiv(a, b):
    return a // b


def mod(a, b):
    return a % b


def pow(a, b):
    return a**b


def matmul(a, b):
    return a @ b


def lshift(a, b):
    return a << b


def rshift(a, b):
    return a >> b


def and_(a, b):
    return a & b


def or_(a, b):
    return a | b


def xor(a, b):
    return a ^ b


def neg(a):
    return -a


def pos(a):
    return +a


def invert(a):
    return ~a


inv = invert


def abs(a):
    return py_abs(a)


def index(a):
    return a.__index__()


def lt(a, b):
    return a < b


def le(a, b):
    return a <= b


def eq(a, b):
    return a == b


def ne(a, b):
    return a != b


def gt(a, b):
    return a > b


def ge(a, b):
    return a >= b


def not_(a):
    return not a


def truth(a):
    return True if a else False


def is_(a, b):
    return a is b


def is_not(a, b):
    return a is not b


def concat(a, b):
    return a + b


def contains(a, b):
    return b in a


def countOf(a, b):
    found = 0
    for x in a:
        if x is b or x == b:
            found += 1
    return found


def indexOf(a, b):
    i = 0
    for x in a:
        if x is b or x == b:
            return i
        i += 1
    raise ValueError("sequence.index(x): x not in sequence")


def getitem(a, b):
    return a[b]


def setitem(a, b, c):
    a[b] = c


def delitem(a, b):
    del a[b]


def length_hint(obj, default=0):
    return len(obj)


def iadd(a, b):
    a += b
    return a


def isub(a, b):
    a -= b
    return a


def imul(a, b):
    a *= b
    return a


def itruediv(a, b):
    a /= b
    return a


def ifloordiv(a, b):
    a //= b
    return a


def imod(a, b):
    a %= b
    return a


def ipow(a, b):
    a **= b
    return a


def ilshift(a, b):
    a <<= b
    return a


def irshift(a, b):
    a >>= b
    return a


def iand(a, b):
    a &= b
    return a


def ior(a, b):
    a |= b
    return a


def ixor(a, b):
    a ^= b
    return a


def iconcat(a, b):
    a += b
    return a


# The items of tuples have types of their own: a constant index has a class of its own.
class _Item:
    def __init__(self, item):
        self._item = item

    def __call__(self, x):
        return x[self._item]


class _Last:
    def __call__(self, x):
        return x[-1]


class _Item0:
    def __call__(self, x):
        return x[0]


class _Item1:
    def __call__(self, x):
        return x[1]


class _Item2:
    def __call__(self, x):
        return x[2]


class _Item3:
    def __call__(self, x):
        return x[3]


class _Item4:
    def __call__(self, x):
        return x[4]


class _Item5:
    def __call__(self, x):
        return x[5]


def _item(i):
    return by_constant(i, _Item, _Last, _Item0, _Item1, _Item2, _Item3, _Item4, _Item5)


class _Pair:
    def __init__(self, f, g):
        self._f = f
        self._g = g

    def __call__(self, x):
        f = self._f
        g = self._g
        return (f(x), g(x))


class _Triple:
    def __init__(self, f, g, h):
        self._f = f
        self._g = g
        self._h = h

    def __call__(self, x):
        f = self._f
        g = self._g
        h = self._h
        return (f(x), g(x), h(x))


class _Four:
    def __init__(self, f, g, h, i):
        self._f = f
        self._g = g
        self._h = h
        self._i = i

    def __call__(self, x):
        f = self._f
        g = self._g
        h = self._h
        i = self._i
        return (f(x), g(x), h(x), i(x))


class _Items:
    def __init__(self, items):
        self._items = items

    def __call__(self, x):
        return tuple([x[i] for i in self._items])


def _no_item():
    raise TypeError("itemgetter expected 1 argument, got 0")


class itemgetter:
    def __new__(cls, *items):
        return by_arity(
            items,
            _no_item,
            _item,
            lambda a, b: _Pair(_item(a), _item(b)),
            lambda a, b, c: _Triple(_item(a), _item(b), _item(c)),
            lambda a, b, c, d: _Four(_item(a), _item(b), _item(c), _item(d)),
            _Items,
        )


@expansion("""makers
lambda: lambda x: ($[for ]$[if !first], $[end]x.$name$[end])
""")
def attrgetter(attr):
    return None


@expansion("""maker
lambda *args, **named: lambda x: x.$[for ]$name$[end](*args, **named)
""")
def methodcaller(name):
    return None
