# test: lang
# contextlib: managers of generators, suppress, closing, nullcontext
from contextlib import closing, contextmanager, nullcontext, suppress


@contextmanager
def tag(name):
    print(f"<{name}>")
    yield name.upper()
    print(f"</{name}>")


@contextmanager
def guarded(log, swallow=False):
    log.append("enter")
    try:
        yield len(log)
    except ValueError as e:
        log.append(f"caught {e}")
        if not swallow:
            raise
    finally:
        log.append("leave")


with tag("a") as outer, tag("b") as inner:
    print(outer, inner)
log = []
with guarded(log) as n:
    print("n", n)
try:
    with guarded(log):
        raise ValueError("one")
except ValueError as e:
    print("out", e)
with guarded(log, swallow=True):
    raise ValueError("two")
try:
    with guarded(log):
        raise KeyError("three")
except KeyError as e:
    print("key", e)
print(log)


@contextmanager
def never():
    if len(log) < 0:
        yield 1


@contextmanager
def twice():
    yield 1
    yield 2


for manager in (never, twice):
    try:
        with manager():
            print("inside")
    except RuntimeError as e:
        print(e)
with suppress(ValueError, KeyError):
    print({}["x"])
with suppress(OSError):
    open("/no/such/file")
try:
    with suppress(KeyError):
        int("x")
except ValueError as e:
    print("through", e)
print("after")


class Thing:
    def close(self):
        print("closed")


with closing(Thing()) as thing:
    print(type(thing).__name__)
with nullcontext(5) as five:
    print(five)


def find(names):
    for name in names:
        with tag(name):
            if name == "y":
                return name


print(find(["x", "y", "z"]))


class Timer:
    def __init__(self):
        self.spans = []

    @contextmanager
    def span(self, name):
        self.spans.append(name)
        yield self
        self.spans.append("/" + name)


t = Timer()
with t.span("p"):
    with t.span("q") as same:
        print(same is t)
print(t.spans)
