# test: lang
# What a variable in scope refers to is alive, also if it is not used any more, and what hangs on it.
import gc
import weakref


class Thing:
    def __init__(self, n, other=None):
        self.n = n
        self.other = other

    def alone(self):
        return alive(weakref.ref(self))


class Holder:
    def __init__(self):
        self.items = [Thing(1)]
        self.table = {"a": Thing(2)}
        self.pair = (Thing(3), Thing(4))


class Managed:
    def __init__(self, t):
        self.t = t

    def __enter__(self):
        return weakref.ref(self.t)

    def __exit__(self, *args):
        pass


def alive(r):
    gc.collect()
    return r() is not None


def local():
    t = Thing(1)
    r = weakref.ref(t)
    first = alive(r)
    t = Thing(2)
    return first and alive(weakref.ref(t))


def listed():
    keep, refs = [], []
    for i in range(10):
        t = Thing(i)
        keep.append(t)
        refs.append(weakref.ref(t))
    t = None
    print("listed", sum(alive(r) for r in refs), len(keep))


def linked(n):
    head, refs = None, []
    for i in range(n):
        head = Thing(i, head)
        refs.append(weakref.ref(head))
    print("linked", sum(alive(r) for r in refs))
    middle = head.other
    head = None
    print("linked", sum(alive(r) for r in refs[:-1]), middle.n)


def values():
    names, things = weakref.WeakValueDictionary(), [Thing(1), Thing(2)]
    names["a"], names["b"] = things
    gc.collect()
    print("values", len(names), sorted(names.keys()))


def keys():
    names, a, b = weakref.WeakKeyDictionary(), Thing(1), Thing(2)
    names[a] = "a"
    names[b] = "b"
    gc.collect()
    print("keys", len(names), sorted(names.values()))


def generate():
    t = Thing(1)
    r = weakref.ref(t)
    for i in range(3):
        yield alive(r)


def forever(n):
    t = Thing(n)
    r = weakref.ref(t)
    i = 0
    while True:
        i += 1
        print("forever", alive(r))
        if i == n:
            raise ValueError(n)


def in_try():
    t = Thing(1)
    r = weakref.ref(t)
    try:
        t = Thing(int("x"))
    except ValueError as e:
        print("except", alive(r), e)
    finally:
        print("finally", alive(r))


def recursive(n):
    t = Thing(n)
    r = weakref.ref(t)
    below = recursive(n - 1) if n else 0
    return below + alive(r)


def either(flag):
    r = None
    if flag:
        x = Thing(1)
        r = weakref.ref(x)
    else:
        x = 5
    print("either", r is None or alive(r))


def starred(*things, **named):
    refs = [weakref.ref(t) for t in things] + [weakref.ref(t) for t in named.values()]
    print("starred", [alive(r) for r in refs])


def nested():
    t = Thing(1)
    r = weakref.ref(t)

    def uses():
        return t.n

    print("nested", alive(r))
    return uses


def fields():
    h = Holder()
    refs = [weakref.ref(h.items[0]), weakref.ref(h.table["a"]), weakref.ref(h.pair[1])]
    print("fields", [alive(r) for r in refs])


def managed():
    with Managed(Thing(1)) as r:
        print("managed", alive(r))


def matched():
    if (t := Thing(1)).n and (r := weakref.ref(t)):
        print("walrus", alive(r))
    match t:
        case Thing(n=k) as u:
            t = None
            print("match", alive(r), k)


print("lambda", (lambda t: alive(weakref.ref(t)))(Thing(1)))
print("local", local())
listed()
linked(10)
values()
keys()
print("generate", list(generate()))
try:
    forever(3)
except ValueError as e:
    print(e)
in_try()
print("recursive", recursive(5))
either(True)
either(False)
starred(Thing(1), Thing(2), a=Thing(3))
nested()
fields()
managed()
matched()
print("self", Thing(1).alone())
of_module = Thing(9)
r = weakref.ref(of_module)
print("module", alive(r))
for each in [Thing(1), Thing(2)]:
    print("loop", alive(weakref.ref(each)))
