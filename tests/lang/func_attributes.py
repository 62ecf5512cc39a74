# test: lang
# Attributes of functions: counters, caches, what decorators leave on their wrappers.
from functools import wraps


def f():
    f.counter += 1
    return f.counter


f.counter = 0
f()
f()
print(f.counter, f.__name__)


def memo(n):
    if n in memo.cache:
        return memo.cache[n]
    memo.cache[n] = result = n if n < 2 else memo(n - 1) + memo(n - 2)
    return result


memo.cache = {}
print(memo(50), len(memo.cache))


def counted(fn):
    @wraps(fn)
    def wrapper(*args):
        wrapper.calls += 1
        return fn(*args)

    wrapper.calls = 0
    return wrapper


def plain_counted(fn):
    def wrapper(x):
        wrapper.calls += 1
        wrapper.last = x
        return fn(x)

    wrapper.calls = 0
    return wrapper


@counted
def add(a, b):
    return a + b


@counted
def shout(s):
    return s.upper()


@plain_counted
def double(x):
    return 2 * x


@plain_counted
def negate(x):
    return -x


print(add(1, 2), add(3, 4), shout("x"), add.calls, shout.calls, add.__name__)
print(double(4), double(5), negate(1), double.calls, negate.calls, double.last)


def lazy(n):
    if not hasattr(lazy, "table"):
        print("making the table")
        lazy.table = [i * i for i in range(10)]
    return lazy.table[n]


print(lazy(3), lazy(4), hasattr(f, "counter"), hasattr(f, "other"), getattr(f, "other", -1), getattr(f, "counter", -1))


def unset():
    pass


try:
    print(unset.value)
except AttributeError as e:
    print(e)
unset.value = None
print(unset.value)
unset.value = 3
print(unset.value, [g.counter for g in [f]])


def handler(kind):
    def handle(x):
        return kind + x

    handle.kind = kind
    return handle


handlers = [handler("a"), handler("b")]
print([(h.kind, h("!")) for h in handlers])
for h in handlers:
    h.kind = h.kind * 2
print([h.kind for h in handlers])
