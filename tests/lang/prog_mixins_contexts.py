# test: lang
import math
import time
from contextlib import ExitStack, contextmanager, suppress


class ReprMixin:
    fields = ()

    def __repr__(self):
        shown = ", ".join(f"{name}={value!r}" for name, value in self.items())
        return f"{self.__class__.__name__}({shown})"

    def items(self):
        return []


class CompareMixin:
    def key(self):
        raise NotImplementedError

    def __eq__(self, other):
        return type(self) is type(other) and self.key() == other.key()

    def __lt__(self, other):
        return self.key() < other.key()

    def __le__(self, other):
        return self.key() <= other.key()

    def __hash__(self):
        return hash(self.key())


class Vector(ReprMixin, CompareMixin):
    __slots__ = ("x", "y")

    def __init__(self, x=0.0, y=0.0):
        self.x = x
        self.y = y

    def items(self):
        return [("x", self.x), ("y", self.y)]

    def key(self):
        return abs(self), self.x

    def __abs__(self):
        return math.hypot(self.x, self.y)

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y)

    def __mul__(self, k):
        if isinstance(k, Vector):
            return self.x * k.x + self.y * k.y
        return NotImplemented

    def __rmul__(self, k):
        return Vector(self.x * k, self.y * k)

    def __neg__(self):
        return Vector(-self.x, -self.y)

    def __bool__(self):
        return self.x != 0 or self.y != 0

    def __iter__(self):
        yield self.x
        yield self.y

    def __getitem__(self, i):
        return (self.x, self.y)[i]

    def __format__(self, spec):
        if spec.endswith("p"):
            return f"<{abs(self):{spec[:-1]}}, {math.degrees(math.atan2(self.y, self.x)):{spec[:-1]}}>"
        return f"({self.x:{spec}}, {self.y:{spec}})"


v, w = Vector(3.0, 4.0), Vector(1.0, -1.0)
print(v, v + w, v - w, v * w, 2 * v, -v, abs(v), bool(Vector()), list(v), v[1])
print(v == Vector(3.0, 4.0), v == (3, 4), v != w, sorted([v, w]), max(v, w), len({v, Vector(3.0, 4.0), w}))
print(f"{v:.1f} {w:.2fp} {v}")
a, b = v
print(a, b, *w)


class Managed:
    log = []

    def __init__(self, name, swallow=()):
        self.name = name
        self.swallow = swallow

    def __enter__(self):
        self.log.append(f"+{self.name}")
        return self

    def __exit__(self, kind, value, tb):
        self.log.append(f"-{self.name}" + (f"({kind.__name__})" if kind else ""))
        return kind is not None and issubclass(kind, self.swallow)


with Managed("a") as m, Managed("b", (KeyError,)):
    print(m.name)
    raise KeyError("swallowed")
try:
    with Managed("c", (KeyError,)):
        raise ValueError("passes")
except ValueError as e:
    print("caught", e)
with ExitStack() as stack:
    for name in "xyz":
        stack.enter_context(Managed(name))
    stack.callback(Managed.log.append, "callback")
print(Managed.log)


@contextmanager
def section(title, depth=[0]):
    print("  " * depth[0] + title + " {")
    depth[0] += 1
    try:
        yield depth[0]
    except ArithmeticError as e:
        print("  " * depth[0] + f"! {e}")
    finally:
        depth[0] -= 1
        print("  " * depth[0] + "}")


with section("outer") as level:
    with section("inner"):
        print("  " * level, "1/0")
        1 / 0
    with suppress(IndexError, KeyError):
        [][1]
    print("still here", level)


class Timer:
    def __enter__(self):
        self.start = time.perf_counter()
        return self

    def __exit__(self, *exc):
        self.elapsed = time.perf_counter() - self.start


with Timer() as timer:
    sum(range(1000))
print(timer.elapsed >= 0)


class LoggingDict(dict):
    def __init__(self, *args, **kw):
        super().__init__(*args, **kw)
        self.changes = 0

    def __setitem__(self, key, value):
        self.changes += 1
        super().__setitem__(key, value)

    def __missing__(self, key):
        return 0


d = LoggingDict(a=1)
d["b"] = 2
d["b"] += 5
d["c"] += 1
print(d, d.changes, d["nope"], "nope" in d, len(d), d.get("q", -1))


class Stack(list):
    def push(self, x):
        self.append(x)
        return self

    @property
    def top(self):
        return self[-1] if self else None


s = Stack()
s.push(1).push(2).push(3)
print(s, s.top, s.pop(), len(s), s[0], Stack().top, isinstance(s, list), [x * 2 for x in s])


