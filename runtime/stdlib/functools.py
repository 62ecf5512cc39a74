# functools
from weft.lowlevel import by_arity, expansion, mark_cached, mark_renamed, merge_keywords

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)


def reduce(function, iterable, *initial):
    return by_arity(initial, lambda: _reduce(function, iter(iterable)), lambda x: _fold(function, iter(iterable), x), _refuse)


def _refuse(args):
    raise TypeError("reduce expected at most 3 arguments, got " + str(len(args) + 2))


def _reduce(function, it):
    for first in it:
        return _fold(function, it, first)
    raise TypeError("reduce() of empty iterable with no initial value")


def _fold(function, it, total):
    for x in it:
        total = function(total, x)
    return total


class partial:
    def __init__(self, func, *args, **keywords):
        self.func = func
        self.args = args
        self._keywords = keywords

    def __call__(self, *more, **keywords):
        f = self.func
        return f(*self.args, *more, **merge_keywords(self._keywords, keywords))


class _Key:
    def __init__(self, compare, obj):
        self._compare = compare
        self.obj = obj

    def __lt__(self, other):
        f = self._compare
        return f(self.obj, other.obj) < 0

    def __gt__(self, other):
        f = self._compare
        return f(self.obj, other.obj) > 0

    def __le__(self, other):
        f = self._compare
        return f(self.obj, other.obj) <= 0

    def __ge__(self, other):
        f = self._compare
        return f(self.obj, other.obj) >= 0

    def __eq__(self, other):
        f = self._compare
        return f(self.obj, other.obj) == 0


def cmp_to_key(mycmp):
    return lambda x: _Key(mycmp, x)


class _CacheInfo:
    def __init__(self, hits, misses, maxsize, currsize):
        self.hits = hits
        self.misses = misses
        self.maxsize = maxsize
        self.currsize = currsize

    def __repr__(self):
        sizes = ", maxsize=" + repr(self.maxsize) + ", currsize=" + repr(self.currsize) + ")"
        return "CacheInfo(hits=" + repr(self.hits) + ", misses=" + repr(self.misses) + sizes

    def __getitem__(self, i):
        return (self.hits, self.misses, self.maxsize, self.currsize)[i]


class _BoundCache:
    # A cached function as a method of an object.
    def __init__(self, cached, obj):
        self.__func__ = cached
        self.__self__ = obj

    def __call__(self, *args):
        f = self.__func__
        return f(self.__self__, *args)

    def cache_info(self):
        return self.__func__.cache_info()

    def cache_clear(self):
        self.__func__.cache_clear()


class _Results:
    # Results by the arguments, and how often they were known.
    def __init__(self, function, maxsize):
        self.__wrapped__ = function
        self._maxsize = maxsize
        self._results = {}
        self._hits = 0
        self._misses = 0

    @property
    def __name__(self):
        return self.__wrapped__.__name__

    def _compute(self, args):
        self._misses += 1
        f = self.__wrapped__
        return f(*args)

    def _weft_bind(self, obj):
        return _BoundCache(self, obj)

    def cache_info(self):
        return _CacheInfo(self._hits, self._misses, self._maxsize, len(self._results))

    def cache_clear(self):
        self._results.clear()
        self._hits = 0
        self._misses = 0


class _Cache(_Results):
    # A function that remembers all its results.
    def __init__(self, function):
        _Results.__init__(self, function, None)

    def __call__(self, *args):
        results = self._results
        if args in results:
            self._hits += 1
            return results[args]
        result = self._compute(args)
        results[args] = result
        return result


class _BoundedCache(_Results):
    # Remembers the results used last: the dict is in the order of use.
    def __init__(self, function, maxsize):
        _Results.__init__(self, function, maxsize if maxsize > 0 else 0)

    def __call__(self, *args):
        results = self._results
        if args in results:
            self._hits += 1
            known = results.pop(args)
            results[args] = known
            return known
        result = self._compute(args)
        if self._maxsize > 0 and args not in results:
            if len(results) >= self._maxsize:
                for oldest in results:
                    break
                del results[oldest]
            results[args] = result
        return result


def cache(user_function):
    return _Cache(user_function)


def lru_cache(maxsize=128, typed=False):
    if maxsize is None:
        return _Cache
    if isinstance(maxsize, int):
        return lambda f: _BoundedCache(f, maxsize)
    return _BoundedCache(maxsize, 128)


def cached_property(function):
    return mark_cached(function)


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return lambda wrapper: mark_renamed(wrapper, wrapped)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return mark_renamed(wrapper, wrapped)


# What the class or a base of the program defines gives the others; the first of <, <=, > and >= that is there.
@expansion("""plain
$[if has.__lt__]\
$[if !has.__gt__]def __gt__(self, other):
    return _weft__not_and(self.__lt__(other), self, other)
$[end]\
$[if !has.__le__]def __le__(self, other):
    return _weft__or_same(self.__lt__(other), self, other)
$[end]\
$[if !has.__ge__]def __ge__(self, other):
    return _weft__not(self.__lt__(other))
$[end]\
$[else]$[if has.__le__]\
$[if !has.__ge__]def __ge__(self, other):
    return _weft__not_or_same(self.__le__(other), self, other)
$[end]\
def __lt__(self, other):
    return _weft__and(self.__le__(other), self, other)
$[if !has.__gt__]def __gt__(self, other):
    return _weft__not(self.__le__(other))
$[end]\
$[else]$[if has.__gt__]\
def __lt__(self, other):
    return _weft__not_and(self.__gt__(other), self, other)
$[if !has.__ge__]def __ge__(self, other):
    return _weft__or_same(self.__gt__(other), self, other)
$[end]\
def __le__(self, other):
    return _weft__not(self.__gt__(other))
$[else]$[if has.__ge__]\
def __le__(self, other):
    return _weft__not_or_same(self.__ge__(other), self, other)
def __gt__(self, other):
    return _weft__and(self.__ge__(other), self, other)
def __lt__(self, other):
    return _weft__not(self.__ge__(other))
$[else]raise _weft_ValueError("must define at least one ordering operation: < > <= >=")
$[end]$[end]$[end]$[end]""")
def total_ordering(cls):
    return cls


# In a context the method's answer is always NotImplemented, which is neither of these, or never.
def _not(result):
    if result is None or isinstance(result, (int, float, str)):
        return not result
    return result


def _and(result, a, b):
    if result is None or isinstance(result, (int, float, str)):
        return result and a != b
    return result


def _not_and(result, a, b):
    if result is None or isinstance(result, (int, float, str)):
        return not result and a != b
    return result


def _or_same(result, a, b):
    if result is None or isinstance(result, (int, float, str)):
        return result or a == b
    return result


def _not_or_same(result, a, b):
    if result is None or isinstance(result, (int, float, str)):
        return not result or a == b
    return result
