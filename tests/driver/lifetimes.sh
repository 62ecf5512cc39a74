# test: cli
# What a variable or a living object refers to is alive, what nothing refers to is dead after a collection: weak
# references and finalizers tell the same as CPython's, whatever is optimised, with every collector that knows exactly
# what is dead. (tests/lang/weakref_variables.py: nothing dies too early with the others.)
cat > registry.py <<'END'
import weakref


class Service:
    def __init__(self, name):
        self.name = name


_default = Service("default")
_spare = Service("spare")
known = weakref.WeakValueDictionary()
known["default"] = _default
known["spare"] = _spare
for _each in [Service("a"), Service("b")]:
    known[_each.name] = _each
del _spare


def names():
    return sorted(known.keys())
END
cat > weak.py <<'END'
import gc
import weakref

import registry


class Thing:
    def __init__(self, n, other=None):
        self.n = n
        self.other = other


def alive(r):
    gc.collect()
    return r() is not None


def generate():
    t = Thing(1)
    r = weakref.ref(t)
    for i in range(3):
        yield alive(r)
    t = Thing(2)
    yield alive(r)


def rotate():
    a, b, c = Thing(1), Thing(2), Thing(3)
    refs = [weakref.ref(x) for x in (a, b, c)]
    for i in range(4):
        a, b, c = b, c, a
        print("rotate", [alive(r) for r in refs])
    a = b
    print("rotate", [alive(r) for r in refs], [r() is not None and r().n for r in refs])
    c = None
    print("rotate", [alive(r) for r in refs])


def linked(n):
    head = None
    refs = []
    for i in range(n):
        head = Thing(i, head)
        refs.append(weakref.ref(head))
    print("linked", sum(alive(r) for r in refs))
    while head is not None and head.n > n // 2:
        head = head.other
    print("linked", sum(alive(r) for r in refs))


def conditional(n):
    for i in range(n):
        if i % 2:
            t = Thing(i)
            r = weakref.ref(t)
            u = r
        if i:
            print("conditional", alive(r), alive(u))


class Box:
    def __init__(self, t):
        self.t = t


class Holder:
    def __init__(self):
        self.items = []
        self.table = {}
        self.pair = (Thing(1), Thing(2))


def fields():
    h = Holder()
    h.items.append(Thing(1))
    h.table["a"] = Thing(2)
    refs = [weakref.ref(h.items[0]), weakref.ref(h.table["a"]), weakref.ref(h.pair[1])]
    print("fields", [alive(r) for r in refs])
    h.items.pop()
    h.table.clear()
    h.pair = (Thing(3), Thing(4))
    print("fields", [alive(r) for r in refs])


def weak_set():
    s = weakref.WeakSet()
    a = Thing(1)
    b = Thing(2)
    s.add(a)
    s.add(b)
    gc.collect()
    print("set", len(s), a in s)
    del b
    gc.collect()
    print("set", len(s))


def local():
    obj = Thing(1)
    r = weakref.ref(obj)
    gc.collect()
    print("local", r() is not None)
    del obj
    gc.collect()
    print("local gone", r() is None)


def rebound():
    obj = Thing(1)
    r = weakref.ref(obj)
    gc.collect()
    print("rebound", r() is not None)
    obj = Thing(2)
    gc.collect()
    print("rebound gone", r() is None, obj.n)


def listed():
    keep = [Thing(i) for i in range(10)]
    rs = [weakref.ref(t) for t in keep]
    gc.collect()
    print("listed", sum(1 for r in rs if r() is not None))
    keep.clear()
    gc.collect()
    print("listed gone", sum(1 for r in rs if r() is not None))


def held():
    h = Box(Thing(3))
    r = weakref.ref(h.t)
    gc.collect()
    print("held", r() is not None)
    h.t = Thing(4)
    gc.collect()
    print("held gone", r() is None)


def valued():
    names = weakref.WeakValueDictionary()
    a = Thing(1)
    b = Thing(2)
    names["a"] = a
    names["b"] = b
    gc.collect()
    print("valued", sorted(names.keys()))
    del a
    gc.collect()
    print("valued", sorted(names.keys()))


def keyed():
    names = weakref.WeakKeyDictionary()
    a = Thing(1)
    b = Thing(2)
    names[a] = "a"
    names[b] = "b"
    gc.collect()
    print("keyed", sorted(names.values()))
    del a
    gc.collect()
    print("keyed", sorted(names.values()))


def dicted():
    d = {1: Thing(1)}
    r = weakref.ref(d[1])
    gc.collect()
    print("dicted", r() is not None)
    d.pop(1)
    gc.collect()
    print("dicted gone", r() is None)


def main():
    local()
    rebound()
    listed()
    held()
    valued()
    keyed()
    dicted()
    print("generate", list(generate()))
    rotate()
    linked(10)
    conditional(6)
    fields()
    weak_set()
    gc.collect()
    print(registry.names())


main()
glob = Thing(9)
gr = weakref.ref(glob)
gc.collect()
print("global", gr() is not None)
del glob
gc.collect()
print("global gone", gr() is None)
gh = Box(Thing(10))
gr2 = weakref.ref(gh.t)
gc.collect()
print("global held", gr2() is not None)
for t in [Thing(1), Thing(2)]:
    q = weakref.ref(t)
    gc.collect()
    print("loop", q() is not None)
END
cat > del.py <<'END'
import gc


class Tracer:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


class Owner:
    def __init__(self, name):
        self.inner = Tracer(name)


def scope():
    t = Tracer("scope")
    o = Owner("inner")
    gc.collect()
    print("in scope")


def rebinding():
    t = Tracer("first")
    gc.collect()
    print("bound")
    t = None
    gc.collect()
    print("unbound")


def steps():
    t = Tracer("generator")
    yield 1
    gc.collect()
    yield 2


def hand_over(t):
    gc.collect()
    print("handed", t.name)


scope()
gc.collect()
print("left")
rebinding()
for i in steps():
    print(i)
gc.collect()
hand_over(Tracer("temporary"))
gc.collect()
last = Tracer("last")
keep = [Tracer("kept")]
gc.collect()
del keep[0]
gc.collect()
print("end")
END
for program in weak del; do
    /usr/bin/python3.11 $program.py > $program.expected
done
for gc in $("$WEFT" gcs | cut -d ' ' -f 1); do
    case $gc in none | boehm) continue ;; esac
    for program in weak del; do
        for level in 0 2; do
            "$WEFT" build -O$level --gc=$gc $program.py || exit 1
            ./$program > printed || { cat printed; exit 1; }
            cmp printed $program.expected || { echo "$gc -O$level $program"; diff $program.expected printed; exit 1; }
        done
    done
done
for gc in generational refcount; do
    "$WEFT" build --gc=$gc weak.py || exit 1
    WEFT_GC_STRESS=2 WEFT_GC_VERIFY=1 ./weak | cmp - weak.expected || { echo "$gc with stress"; exit 1; }
done

# Very many variables, in an object
{
    printf 'import gc\nimport weakref\n\n\nclass T:\n    def __init__(self, n):\n        self.n = n\n\n\ndef main():\n'
    for i in $(seq 400); do
        printf '    v%d = T(%d)\n    if v%d.n %% 100 == 1:\n        print(v%d.n)\n' $i $i $i $i
    done
    printf '    r, s = weakref.ref(v7), weakref.ref(v300)\n    gc.collect()\n    print(r() is not None, s() is not None)\n'
    printf '    v7 = v8\n    del v300\n    gc.collect()\n    print(r() is None, s() is None)\n\n\nmain()\n'
} > many.py
/usr/bin/python3.11 many.py > many.expected
"$WEFT" dump --after=low many.py | grep -q 'variables 32 of'
for level in 0 2; do
    "$WEFT" build -O$level many.py
    ./many | cmp - many.expected
done
