# What compiled code calls where a value is not what an operation needs, and helpers of displays and unpacking.
from weft.lowlevel import class_name
from weft.core.exceptions import end_program
from weft.core.search import join
from weft.core.text import concat, concat3, concat4, concat_int


_waiting: int = 0  # generators that wait inside try .. finally or with


def _count_cleanup(change: int) -> None:
    global _waiting
    _waiting += change


def _check_cleanup() -> None:
    if _waiting > 0:
        end_program("a generator was left before its end inside try .. finally or with; close it: g.close()")


def _none_attribute(name: str) -> None:
    if name == "__getitem__":
        raise TypeError("'NoneType' object is not subscriptable")
    if name == "__call__":
        raise TypeError("'NoneType' object is not callable")
    raise AttributeError("'NoneType' object has no attribute '" + name + "'")


def _none_operand(what: str) -> None:
    if what == "__iter__":
        raise TypeError("'NoneType' object is not iterable")
    if what == "unpack":
        raise TypeError("cannot unpack non-iterable NoneType object")
    if what == "__len__":
        raise TypeError("object of type 'NoneType' has no len()")
    if what == "__getitem__" or what == "__getslice__":
        raise TypeError("'NoneType' object is not subscriptable")
    if what == "__setitem__" or what == "__setslice__":
        raise TypeError("'NoneType' object does not support item assignment")
    if what == "__delitem__" or what == "__delslice__":
        raise TypeError("'NoneType' object does not support item deletion")
    if what == "__contains__":
        raise TypeError("argument of type 'NoneType' is not iterable")
    if what == "__neg__":
        raise TypeError("bad operand type for unary -: 'NoneType'")
    if what == "__pos__":
        raise TypeError("bad operand type for unary +: 'NoneType'")
    if what == "__invert__":
        raise TypeError("bad operand type for unary ~: 'NoneType'")
    if what == "__abs__":
        raise TypeError("bad operand type for abs(): 'NoneType'")
    if what == "__next__":
        raise TypeError("'NoneType' object is not an iterator")
    if what.find("NoneType") >= 0:
        raise TypeError(what)
    raise TypeError("unsupported operand: " + what + " with 'NoneType'")


def _unbound_local(name: str) -> None:
    raise UnboundLocalError("cannot access local variable '" + name + "' where it is not associated with a value")


def _unbound_global(name: str) -> None:
    raise NameError("name '" + name + "' is not defined")


def _circular(done: bool) -> str:
    return "" if done else " (most likely due to a circular import)"


def _unset_module_attribute(module: str, name: str, done: bool) -> None:
    what = "module '" if done else "partially initialized module '"
    raise AttributeError(what + module + "' has no attribute '" + name + "'" + _circular(done))


def _unbound_import(module: str, name: str, done: bool, path: str) -> None:
    what = "'" if done else "partially initialized module '"
    raise ImportError("cannot import name '" + name + "' from " + what + module + "'" + _circular(done) + " (" + path + ")")


def _unset_attribute(class_name: str, name: str) -> None:
    raise AttributeError("'" + class_name + "' object has no attribute '" + name + "'")


def _raise_named(exception: str, text: str) -> None:
    if exception == "AttributeError":
        raise AttributeError(text)
    if exception == "ValueError":
        raise ValueError(text)
    if exception == "NameError":
        raise NameError(text)
    raise TypeError(text)


def _abstract_class(what: str) -> None:
    raise TypeError("Can't instantiate abstract class " + what)


def _read_only_attribute(class_name: str, name: str) -> None:
    raise AttributeError("'" + class_name + "' object attribute '" + name + "' is read-only")


def _unordered(symbol: str, left: str, right: str) -> None:
    raise TypeError("'" + symbol + "' not supported between instances of '" + left + "' and '" + right + "'")


def _unset_class_attribute(class_name: str, name: str) -> None:
    raise AttributeError("type object '" + class_name + "' has no attribute '" + name + "'")


def _tuple_index() -> None:
    raise IndexError("tuple index out of range")


def _negative_length() -> None:
    raise ValueError("__len__() should return >= 0")


def _as_int(x: None | bool | int | float) -> int:
    if isinstance(x, bool):
        return int(x)
    if isinstance(x, int):
        return x
    raise TypeError("an int was expected")


def _as_float(x: None | bool | int | float) -> float:
    if isinstance(x, float):
        return x
    if isinstance(x, int):
        return float(x)
    raise TypeError("a float was expected")


def _prefixed(a: str, x):
    # f"a{x}"
    if isinstance(x, int) and not isinstance(x, bool):
        return concat_int(a, x)
    return concat(a, str(x))


def _concat2(a: str, b: str) -> str:
    return concat(a, b)


def _concat3(a: str, b: str, c: str) -> str:
    return concat3(a, b, c)


def _concat4(a: str, b: str, c: str, d: str) -> str:
    return concat4(a, b, c, d)


def _concat(parts: list[str]) -> str:
    return join("", parts)


def _contains(container, item):
    for x in container:
        if x is item or x == item:
            return True
    return False


# d[key] of a class derived from dict that has __missing__
def _getitem_missing(d, key):
    if key in d:
        return d.__getitem__(key)
    return d.__missing__(key)


def _unpack_star(items, before, after):
    # (the items before and after, the list between)
    rest = []
    for x in items:
        rest.append(x)
    if len(rest) < before + after:
        raise ValueError("not enough values to unpack (expected at least " + str(before + after) + ", got " + str(len(rest)) + ")")
    ends = rest[:before]
    ends.extend(rest[len(rest) - after:])
    return ends, rest[before : len(rest) - after]


def _unpack(items, count):
    out = []
    for x in items:
        if len(out) == count:
            raise ValueError("too many values to unpack (expected " + str(count) + ")")
        out.append(x)
    if len(out) < count:
        raise ValueError("not enough values to unpack (expected " + str(count) + ", got " + str(len(out)) + ")")
    return out


def _plain_format(text: str, spec: str, name: str) -> str:
    # format() of an object without __format__
    if spec != "":
        raise TypeError("unsupported format string passed to " + name + ".__format__")
    return text


def _truth_of_length(self):
    return len(self) != 0


def _type_name(x):
    # type(x).__name__
    if x is None:
        return "NoneType"
    if isinstance(x, bool):
        return "bool"
    if isinstance(x, int):
        return "int"
    if isinstance(x, float):
        return "float"
    return class_name(x)
