# enumerate, zip, map, filter and reversed; and the builtin functions that consume an iterable.
from weft.lowlevel import by_arity, by_method, by_width, map_fixed, new_array
from weft.core.exceptions import end_program
from weft.core.open_tuple import tuple_of


class enumerate:
    def __init__(self, items, start=0):
        self._it = iter(items)
        self._at = start

    def __iter__(self):
        return self

    def __next__(self):
        x = next(self._it)
        i = self._at
        self._at = i + 1
        return (i, x)


class _zip1:
    def __init__(self, a):
        self._a = iter(a)

    def __iter__(self):
        return self

    def __next__(self):
        return (next(self._a),)


class _zip2:
    def __init__(self, a, b):
        self._a = iter(a)
        self._b = iter(b)

    def __iter__(self):
        return self

    def __next__(self):
        x = next(self._a)
        return (x, next(self._b))


class _zip3:
    def __init__(self, a, b, c):
        self._a = iter(a)
        self._b = iter(b)
        self._c = iter(c)

    def __iter__(self):
        return self

    def __next__(self):
        x = next(self._a)
        y = next(self._b)
        return (x, y, next(self._c))


class _zip4:
    def __init__(self, a, b, c, d):
        self._a = iter(a)
        self._b = iter(b)
        self._c = iter(c)
        self._d = iter(d)

    def __iter__(self):
        return self

    def __next__(self):
        w = next(self._a)
        x = next(self._b)
        y = next(self._c)
        return (w, x, y, next(self._d))


class _map1:
    def __init__(self, f, a):
        self._f = f
        self._a = iter(a)

    def __iter__(self):
        return self

    def __next__(self):
        x = next(self._a)
        f = self._f
        return f(x)

    def _weft_unpack(self):
        return by_method(self._a, "_weft_unpack", self._unpack_columns, lambda rows: self)

    def _unpack_columns(self, rows):
        return map_fixed(lambda column: self._f(column), rows._weft_unpack())


class _map2:
    def __init__(self, f, a, b):
        self._f = f
        self._a = iter(a)
        self._b = iter(b)

    def __iter__(self):
        return self

    def __next__(self):
        x = next(self._a)
        y = next(self._b)
        f = self._f
        return f(x, y)


class _map3:
    def __init__(self, f, a, b, c):
        self._f = f
        self._a = iter(a)
        self._b = iter(b)
        self._c = iter(c)

    def __iter__(self):
        return self

    def __next__(self):
        x = next(self._a)
        y = next(self._b)
        z = next(self._c)
        f = self._f
        return f(x, y, z)


class _zip_all:
    # Any number of iterables of one type.
    def __init__(self, iterables):
        self._its = [iter(x) for x in iterables]

    def __iter__(self):
        return self

    def __next__(self):
        row = []
        for it in self._its:
            row.append(next(it))
        if len(row) == 0:
            raise StopIteration
        return tuple_of(row)


class _zip_columns:
    # zip(*rows) of tuples of one length: unpacked it gives a tuple for each place, whatever the types are.
    def __init__(self, rows, width):
        self._rows = rows
        self._width = width
        self._all = None
        self._is_used = False

    def __iter__(self):
        return self

    def __next__(self):
        if self._is_used:
            raise StopIteration
        if self._all is None:
            self._all = _zip_all(self._rows)
        return next(self._all)

    def _weft_unpack(self):
        rows = self._rows
        if self._all is not None:
            raise RuntimeError("not supported: unpacking what is left of zip(*rows)")
        if len(rows) == 0 or self._is_used:
            raise ValueError("not enough values to unpack (expected " + str(self._width) + ", got 0)")
        self._is_used = True
        columns = map_fixed(lambda item: [item], rows[0])
        for i in range(1, len(rows)):
            map_fixed(_append_to, columns, rows[i])
        return map_fixed(tuple_of, columns)


def _append_to(column, item):
    column.append(item)


def _zip_rows(rows):
    return by_width(rows, _zip_columns, _zip_all)


# zip(.., strict=x): the row that ends first must be that of all.


class _strict2(_zip2):
    def __init__(self, a, b, strict):
        _zip2.__init__(self, a, b)
        self._strict = strict

    def __next__(self):
        for x in self._a:
            break
        else:
            _end_together(self._strict, self._b, 2)
            raise StopIteration
        for y in self._b:
            return (x, y)
        return _end_early(self._strict, 2)


class _strict3(_zip3):
    def __init__(self, a, b, c, strict):
        _zip3.__init__(self, a, b, c)
        self._strict = strict

    def __next__(self):
        for x in self._a:
            break
        else:
            _end_together(self._strict, self._b, 2)
            _end_together(self._strict, self._c, 3)
            raise StopIteration
        for y in self._b:
            break
        else:
            _end_early(self._strict, 2)
        for z in self._c:
            return (x, y, z)
        return _end_early(self._strict, 3)


class _strict_all(_zip_all):
    def __init__(self, iterables, strict):
        _zip_all.__init__(self, iterables)
        self._strict = strict

    def __next__(self):
        row = []
        its = self._its
        for it in its:
            before = len(row)
            for x in it:
                row.append(x)
                break
            if len(row) == before > 0:
                _end_early(self._strict, before + 1)
            if len(row) == 0:
                break
        if len(row) == 0:
            for i in range(1, len(its)):
                _end_together(self._strict, its[i], i + 1)
            raise StopIteration
        return tuple_of(row)


def _end_together(strict, it, number):
    if strict:
        for x in it:
            _refuse_length("longer", number)


def _end_early(strict, number):
    if strict:
        _refuse_length("shorter", number)
    raise StopIteration


def _refuse_length(what: str, number: int) -> None:
    others = " 1" if number == 2 else "s 1-" + str(number - 1)
    raise ValueError("zip() argument " + str(number) + " is " + what + " than argument" + others)


class _nothing:
    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration


def zip(*iterables):
    return by_arity(iterables, _nothing, _zip1, _zip2, _zip3, _zip4, _zip_rows)


def _zip_strict(*iterables, strict):
    return by_arity(
        iterables,
        _nothing,
        _zip1,
        lambda a, b: _strict2(a, b, strict),
        lambda a, b, c: _strict3(a, b, c, strict),
        lambda all: _strict_all(all, strict),
    )


def map(function, *iterables):
    return by_arity(
        iterables,
        _refuse_map,
        lambda a: _map1(function, a),
        lambda a, b: _map2(function, a, b),
        lambda a, b, c: _map3(function, a, b, c),
        lambda all: _map_all(function, all),
    )


def _refuse_map():
    raise TypeError("map() must have at least two arguments.")


class _map_all:
    def __init__(self, function, iterables):
        self._function = function
        self._rows = _zip_all(iterables)

    def __iter__(self):
        return self

    def __next__(self):
        args = next(self._rows)
        f = self._function
        return f(*args)


class filter:
    def __init__(self, f, items):
        self._f = f
        self._it = iter(items)

    def __iter__(self):
        return self

    def __next__(self):
        f = self._f
        while True:
            x = next(self._it)
            if f is None:
                if x:
                    return x
            elif f(x):
                return x


def reversed(items):
    if items is None:
        raise TypeError("'NoneType' object is not reversible")
    return items.__reversed__()


class sequence_iterator:
    # iter(x) of a class that has __getitem__ only.
    def __init__(self, items):
        self._items = items
        self._at = 0

    def __iter__(self):
        return self

    def __next__(self):
        at = self._at
        if at < 0:
            raise StopIteration
        try:
            x = self._items[at]
        except IndexError:
            self._at = -1
            raise StopIteration
        self._at = at + 1
        return x


def _iter_by_index(items):
    return sequence_iterator(items)


class callable_iterator:
    # iter(f, sentinel)
    def __init__(self, f, sentinel):
        self._f = f
        self._sentinel = sentinel
        self._is_done = False

    def __iter__(self):
        return self

    def __next__(self):
        if self._is_done:
            raise StopIteration
        f = self._f
        x = f()
        if x == self._sentinel:
            self._is_done = True
            raise StopIteration
        return x


def sorted(items, *, key=None, reverse=False):
    result = list(items)
    result.sort(key=key, reverse=reverse)
    return result


def sum(items, start=0):
    # The first addition stands alone: it may make another type of the start value.
    it = iter(items)
    first = new_array(1)
    for x in it:
        first[0] = x
        total = start + x
        for x in it:
            total = total + x
        return total
    return by_method(start, "__add__", lambda start: start, lambda start: _sum_of_none(first, start))


def _sum_of_none(items, start):
    # Objects that can be added to the number 0 have a sum of their own class: the number cannot stand beside it.
    return by_method(items, "__radd__", lambda items: _refuse_sum(), lambda items: start)


def _refuse_sum():
    end_program("the sum of no objects, which is the number that sum() starts with")
    raise SystemExit


def any(items):
    for x in items:
        if x:
            return True
    return False


def all(items):
    for x in items:
        if not x:
            return False
    return True


def _min2(a, b):
    return b if b < a else a


def _max2(a, b):
    return b if b > a else a


def min(items, *, key=None):
    it = iter(items)
    for first in it:
        return _least(it, first, key)
    raise ValueError("min() arg is an empty sequence")


def max(items, *, key=None):
    it = iter(items)
    for first in it:
        return _greatest(it, first, key)
    raise ValueError("max() arg is an empty sequence")


# min(items, default=d) and max(items, default=d)
def _min_default(items, default, key=None):
    it = iter(items)
    for first in it:
        return _least(it, first, key)
    return default


def _max_default(items, default, key=None):
    it = iter(items)
    for first in it:
        return _greatest(it, first, key)
    return default


# min(a, b, ..) and max(a, b, ..)
def _refuse_one(name: str, count: int) -> None:
    if count == 1:
        raise TypeError(name + "() of one starred argument is not supported: pass it without the star")


def _min_args(*items, key=None):
    _refuse_one("min", len(items))
    return min(items, key=key)


def _max_args(*items, key=None):
    _refuse_one("max", len(items))
    return max(items, key=key)


def _least(it, best, key):
    if key is None:
        for x in it:
            if x < best:
                best = x
        return best
    least = key(best)
    for x in it:
        k = key(x)
        if k < least:
            best = x
            least = k
    return best


def _greatest(it, best, key):
    if key is None:
        for x in it:
            if x > best:
                best = x
        return best
    greatest = key(best)
    for x in it:
        k = key(x)
        if k > greatest:
            best = x
            greatest = k
    return best
