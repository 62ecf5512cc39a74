# test: lang
# reduce, partial, lru_cache, wraps, cmp_to_key, total_ordering, cached_property in use.
from functools import cached_property, cmp_to_key, lru_cache, partial, reduce, total_ordering, wraps

print(reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(lambda a, b: a + b, ["x", "y"], ">"), reduce(max, [3, 9, 2]))
try:
    reduce(lambda a, b: a, [])
except TypeError as e:
    print(e)
binary = partial(int, base=2)
print(binary("101"), partial(max, 5)(3, 9), partial(sorted, reverse=True)([1, 3, 2]))


@lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info(), fib.cache_info().hits)
fib.cache_clear()
print(fib.cache_info())


@total_ordering
class Version:
    def __init__(self, text):
        self.parts = [int(p) for p in text.split(".")]

    def __eq__(self, other):
        return self.parts == other.parts

    def __lt__(self, other):
        return self.parts < other.parts

    def __repr__(self):
        return ".".join(map(str, self.parts))

    @cached_property
    def major(self):
        print("computed", end=" ")
        return self.parts[0]


vs = sorted(map(Version, ["1.10", "1.9", "0.1.2"]))
print(vs, vs[0] <= vs[1], vs[2] > vs[1], vs[0] >= vs[1], max(vs), vs[2].major, vs[2].major)
print(sorted(["bb", "a", "ccc"], key=cmp_to_key(lambda a, b: len(b) - len(a))))


def shout(f):
    @wraps(f)
    def inner(*args):
        return f(*args).upper() + "!"

    return inner


@shout
def greet(name):
    return "hi " + name


@shout
def bye():
    return "bye"


print(greet("bob"), bye())
