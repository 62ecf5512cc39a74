# itertools, as classes. What combines iterables of different types has a class for each number of them; beyond, all
# items are of one type, and the tuples open.
from weft.lowlevel import by_arity


class count:
    def __init__(self, start=0, step=1):
        self._at = start
        self._step = step

    def __iter__(self):
        return self

    def __next__(self):
        x = self._at
        self._at = x + self._step
        return x

    def __repr__(self):
        if self._step == 1:
            return "count(" + repr(self._at) + ")"
        return "count(" + repr(self._at) + ", " + repr(self._step) + ")"


class cycle:
    def __init__(self, iterable):
        self._it = iter(iterable)
        self._saved = []
        self._at = -1

    def __iter__(self):
        return self

    def __next__(self):
        if self._at < 0:
            try:
                x = next(self._it)
                self._saved.append(x)
                return x
            except StopIteration:
                self._at = 0
        saved = self._saved
        if len(saved) == 0:
            raise StopIteration
        at = self._at
        self._at = at + 1 if at + 1 < len(saved) else 0
        return saved[at]


class repeat:
    def __init__(self, object, times=None):
        self._object = object
        self._left = -1 if times is None else (times if times > 0 else 0)

    def __iter__(self):
        return self

    def __next__(self):
        if self._left == 0:
            raise StopIteration
        if self._left > 0:
            self._left -= 1
        return self._object


# ---- one after the other ----


class _Nothing:
    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration


class _Chain2:
    def __init__(self, a, b):
        self._a = iter(a)
        self._b = iter(b)
        self._is_second = False

    def __iter__(self):
        return self

    def __next__(self):
        if not self._is_second:
            try:
                return next(self._a)
            except StopIteration:
                self._is_second = True
        return next(self._b)


class _ChainAll:
    # Of an iterable of iterables.
    def __init__(self, iterables):
        self._outer = iter(iterables)
        self._inner = []

    def __iter__(self):
        return self

    def __next__(self):
        while True:
            for it in self._inner:
                for x in it:
                    return x
            self._inner = [iter(next(self._outer))]


def _chain3(a, b, c):
    return _Chain2(a, _Chain2(b, c))


def _chain4(a, b, c, d):
    return _Chain2(_Chain2(a, b), _Chain2(c, d))


class chain:
    def __new__(cls, *iterables):
        return by_arity(iterables, _Nothing, iter, _Chain2, _chain3, _chain4, _ChainAll)

    @staticmethod
    def from_iterable(iterables):
        return _ChainAll(iterables)


# ---- selection ----


class _Slice:
    def __init__(self, iterable, start, stop, step):
        if stop is not None and stop < 0:
            raise ValueError("Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
        if start is not None and start < 0:
            raise ValueError("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
        if step is not None and step < 1:
            raise ValueError("Step for islice() must be a positive integer or None.")
        self._it = iter(iterable)
        self._at = 0
        self._next = 0 if start is None else start
        self._stop = -1 if stop is None else stop
        self._step = 1 if step is None else step

    def __iter__(self):
        return self

    def __next__(self):
        stop = self._stop
        while self._at < self._next:
            if stop >= 0 and self._at >= stop:
                raise StopIteration
            next(self._it)
            self._at += 1
        if stop >= 0 and self._at >= stop:
            raise StopIteration
        x = next(self._it)
        self._at += 1
        self._next += self._step
        if stop >= 0 and self._next > stop:
            self._next = stop
        return x


def _slice_refused(*args):
    raise TypeError("islice expected at least 2 arguments, got 1")


def islice(iterable, *bounds):
    return by_arity(
        bounds,
        _slice_refused,
        lambda stop: _Slice(iterable, None, stop, None),
        lambda start, stop: _Slice(iterable, start, stop, None),
        lambda start, stop, step: _Slice(iterable, start, stop, step),
        _slice_refused,
    )


class takewhile:
    def __init__(self, predicate, iterable):
        self._predicate = predicate
        self._it = iter(iterable)
        self._is_over = False

    def __iter__(self):
        return self

    def __next__(self):
        if self._is_over:
            raise StopIteration
        x = next(self._it)
        f = self._predicate
        if f(x):
            return x
        self._is_over = True
        raise StopIteration


class dropwhile:
    def __init__(self, predicate, iterable):
        self._predicate = predicate
        self._it = iter(iterable)
        self._is_dropping = True

    def __iter__(self):
        return self

    def __next__(self):
        f = self._predicate
        while self._is_dropping:
            x = next(self._it)
            if not f(x):
                self._is_dropping = False
                return x
        return next(self._it)


class filterfalse:
    def __init__(self, predicate, iterable):
        self._predicate = predicate
        self._it = iter(iterable)

    def __iter__(self):
        return self

    def __next__(self):
        f = self._predicate
        while True:
            x = next(self._it)
            if f is None:
                if not x:
                    return x
            elif not f(x):
                return x


class compress:
    def __init__(self, data, selectors):
        self._data = iter(data)
        self._selectors = iter(selectors)

    def __iter__(self):
        return self

    def __next__(self):
        while True:
            x = next(self._data)
            if next(self._selectors):
                return x


class starmap:
    def __init__(self, function, iterable):
        self._function = function
        self._it = iter(iterable)

    def __iter__(self):
        return self

    def __next__(self):
        args = next(self._it)
        f = self._function
        return f(*args)


class accumulate:
    def __init__(self, iterable, func=None, *, initial=None):
        self._it = iter(iterable)
        self._func = func
        self._initial = initial
        self._totals = []  # the last one, if there is any

    def __iter__(self):
        return self

    def __next__(self):
        totals = self._totals
        if len(totals) == 0:
            initial = self._initial
            first = next(self._it) if initial is None else initial
            totals.append(first)
            return totals[0]
        x = next(self._it)
        f = self._func
        total = totals[0] + x if f is None else f(totals[0], x)
        totals[0] = total
        return total


class pairwise:
    def __init__(self, iterable):
        self._it = iter(iterable)
        self._last = []

    def __iter__(self):
        return self

    def __next__(self):
        last = self._last
        if len(last) == 0:
            last.append(next(self._it))
        old = last[0]
        x = next(self._it)
        last[0] = x
        return (old, x)


# ---- groups ----


class _Group:
    def __init__(self, owner, key, number):
        self._owner = owner
        self._key = key
        self._number = number

    def __iter__(self):
        return self

    def __next__(self):
        owner = self._owner
        if owner.number != self._number:
            raise StopIteration
        return owner.take(self._key)


class groupby:
    # `ahead` is the item to come and its key; a group ends when the groupby goes on to the next one.
    def __init__(self, iterable, key=None):
        self._it = iter(iterable)
        self._function = key
        self._ahead = []
        self._keys = []
        self._current = []
        self.number = 0

    def __iter__(self):
        return self

    def _fetch(self):
        # Looks at the next item; StopIteration: there is none.
        if len(self._ahead) == 0:
            x = next(self._it)
            f = self._function
            self._keys.append(x if f is None else f(x))
            self._ahead.append(x)

    def take(self, key):
        self._fetch()
        if not self._keys[0] == key:
            raise StopIteration
        self._keys.pop()
        return self._ahead.pop()

    def __next__(self):
        self.number += 1
        self._fetch()
        for old in self._current:
            while self._keys[0] == old:
                self._ahead.pop()
                self._keys.pop()
                self._fetch()
        key = self._keys[0]
        self._current = [key]
        return (key, _Group(self, key, self.number))


# ---- together ----


class _Longest2:
    def __init__(self, a, b, fill):
        self._a = iter(a)
        self._b = iter(b)
        self._fill = fill
        self._has_a = True
        self._has_b = True

    def __iter__(self):
        return self

    def __next__(self):
        x = self._fill
        if self._has_a:
            try:
                x = next(self._a)
            except StopIteration:
                self._has_a = False
        y = self._fill
        if self._has_b:
            try:
                y = next(self._b)
            except StopIteration:
                self._has_b = False
        if not self._has_a and not self._has_b:
            raise StopIteration
        return (x, y)


class _Longest3:
    def __init__(self, a, b, c, fill):
        self._ab = _Longest2(a, b, fill)
        self._c = iter(c)
        self._fill = fill
        self._has_ab = True
        self._has_c = True

    def __iter__(self):
        return self

    def __next__(self):
        x = self._fill
        y = self._fill
        if self._has_ab:
            try:
                x, y = next(self._ab)
            except StopIteration:
                self._has_ab = False
        z = self._fill
        if self._has_c:
            try:
                z = next(self._c)
            except StopIteration:
                self._has_c = False
        if not self._has_ab and not self._has_c:
            raise StopIteration
        return (x, y, z)


class _LongestAll:
    def __init__(self, iterators, fill):
        self._its = iterators
        self._open = [True for _ in iterators]
        self._fill = fill

    def __iter__(self):
        return self

    def __next__(self):
        row = []
        for i in range(len(self._its)):
            x = self._fill
            if self._open[i]:
                try:
                    x = next(self._its[i])
                except StopIteration:
                    self._open[i] = False
            row.append(x)
        if not any(self._open):
            raise StopIteration
        return tuple(row)


def _iterators(iterables):
    return [iter(x) for x in iterables]


def zip_longest(*iterables, fillvalue=None):
    return by_arity(
        iterables,
        _Nothing,
        lambda a: zip(a),
        lambda a, b: _Longest2(a, b, fillvalue),
        lambda a, b, c: _Longest3(a, b, c, fillvalue),
        lambda all: _LongestAll(_iterators(all), fillvalue),
    )


# ---- combinatorics ----


class _Product1:
    def __init__(self, a):
        self._it = iter(list(a))

    def __iter__(self):
        return self

    def __next__(self):
        return (next(self._it),)


class _Product2:
    def __init__(self, a, b):
        self._a = list(a)
        self._b = list(b)
        self._i = 0
        self._j = 0

    def __iter__(self):
        return self

    def __next__(self):
        if self._i >= len(self._a) or len(self._b) == 0:
            raise StopIteration
        x = self._a[self._i]
        y = self._b[self._j]
        self._j += 1
        if self._j == len(self._b):
            self._j = 0
            self._i += 1
        return (x, y)


class _Product3:
    def __init__(self, a, b, c):
        self._a = list(a)
        self._bc = list(_Product2(b, c))
        self._i = 0
        self._j = 0

    def __iter__(self):
        return self

    def __next__(self):
        if self._i >= len(self._a) or len(self._bc) == 0:
            raise StopIteration
        x = self._a[self._i]
        y, z = self._bc[self._j]
        self._j += 1
        if self._j == len(self._bc):
            self._j = 0
            self._i += 1
        return (x, y, z)


def _picked(pool, indices):
    return tuple([pool[i] for i in indices])


class _ProductAll:
    def __init__(self, pools):
        self._pools = pools
        self._indices = [0 for _ in pools]
        self._is_over = not all([len(pool) > 0 for pool in pools])

    def __iter__(self):
        return self

    def __next__(self):
        if self._is_over:
            raise StopIteration
        pools = self._pools
        indices = self._indices
        row = []
        for k in range(len(pools)):
            row.append(pools[k][indices[k]])
        at = len(pools) - 1
        while at >= 0:
            indices[at] += 1
            if indices[at] < len(pools[at]):
                break
            indices[at] = 0
            at -= 1
        self._is_over = at < 0
        return tuple(row)


def _repeated(iterables, times):
    if times < 0:
        raise ValueError("repeat argument cannot be negative")
    pools = [list(x) for x in iterables]
    return _ProductAll(pools * times)


def product(*iterables, repeat=None):
    if repeat is None:
        return by_arity(
            iterables, _empty_product, _Product1, _Product2, _Product3, lambda all: _repeated(all, 1)
        )
    return _repeated(iterables, repeat)


def _empty_product():
    return iter([()])


class _Arrangements:
    # Of items of a pool: by the indices of those that are chosen, which the class advances.
    def __init__(self, pool, indices, is_over, size):
        self._pool = pool
        self._indices = indices
        self._is_over = is_over
        self._size = size
        self._is_first = True

    def __iter__(self):
        return self

    def __next__(self):
        if not self._is_over and not self._is_first:
            self._is_over = not self._advance()
        if self._is_over:
            raise StopIteration
        self._is_first = False
        return _picked(self._pool, self._indices[: self._size])


class permutations(_Arrangements):
    def __init__(self, iterable, r=None):
        pool = list(iterable)
        n = len(pool)
        size = n if r is None else r
        if size < 0:
            raise ValueError("r must be non-negative")
        _Arrangements.__init__(self, pool, list(range(n)), size > n, size)
        self._cycles = list(range(n, n - size, -1))

    def _advance(self):
        # To the next arrangement; whether there is one.
        indices = self._indices
        cycles = self._cycles
        n = len(indices)
        i = len(cycles) - 1
        while i >= 0:
            cycles[i] -= 1
            if cycles[i] > 0:
                j = n - cycles[i]
                kept = indices[i]
                indices[i] = indices[j]
                indices[j] = kept
                return True
            kept = indices[i]
            for k in range(i, n - 1):
                indices[k] = indices[k + 1]
            indices[n - 1] = kept
            cycles[i] = n - i
            i -= 1
        return False


class combinations(_Arrangements):
    def __init__(self, iterable, r):
        if r < 0:
            raise ValueError("r must be non-negative")
        pool = list(iterable)
        _Arrangements.__init__(self, pool, list(range(r)), r > len(pool), r)

    def _advance(self):
        indices = self._indices
        r = len(indices)
        spare = len(self._pool) - r
        i = r - 1
        while i >= 0 and indices[i] == i + spare:
            i -= 1
        if i < 0:
            return False
        indices[i] += 1
        for k in range(i + 1, r):
            indices[k] = indices[k - 1] + 1
        return True


class combinations_with_replacement(_Arrangements):
    def __init__(self, iterable, r):
        if r < 0:
            raise ValueError("r must be non-negative")
        pool = list(iterable)
        _Arrangements.__init__(self, pool, [0 for _ in range(r)], r > 0 and len(pool) == 0, r)

    def _advance(self):
        indices = self._indices
        last = len(self._pool) - 1
        i = len(indices) - 1
        while i >= 0 and indices[i] == last:
            i -= 1
        if i < 0:
            return False
        x = indices[i] + 1
        for k in range(i, len(indices)):
            indices[k] = x
        return True


# ---- copies of an iterator ----


class _Source:
    # What was read, for all copies.
    def __init__(self, iterable):
        self._it = iter(iterable)
        self._items = []

    def item(self, i):
        if i == len(self._items):
            x = next(self._it)
            self._items.append(x)
        return self._items[i]


class _Tee:
    def __init__(self, source):
        self._source = source
        self._at = 0

    def __iter__(self):
        return self

    def __next__(self):
        x = self._source.item(self._at)
        self._at += 1
        return x


def tee(iterable, n=None):
    source = _Source(iterable)
    if n is None:
        return (_Tee(source), _Tee(source))
    if n < 0:
        raise ValueError("n must be >= 0")
    return tuple([_Tee(source) for _ in range(n)])
