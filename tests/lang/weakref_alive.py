# test: lang
# Weak references to objects that are alive; what cannot be referred to.
import weakref


class Node:
    def __init__(self, name):
        self.name = name
        self.parent = None

    def add(self, child):
        child.parent = weakref.ref(self)
        return child

    def path(self):
        parent = self.parent
        up = parent() if parent is not None else None
        return self.name if up is None else up.path() + "/" + self.name


class Key:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __hash__(self):
        return hash(self.n)


root = Node("root")
leaf = root.add(Node("inner")).add(Node("leaf"))
inner = root.add(Node("other"))
print(inner.path(), root.path())

keys = [Key(i) for i in range(4)]
refs = [weakref.ref(k) for k in keys]
print([r() is k for r, k in zip(refs, keys)], refs[1] == weakref.ref(keys[1]), refs[1] == refs[2])
print(weakref.ref(keys[3]) == weakref.ref(Key(3)) or True, hash(refs[2]) == hash(keys[2]), len({refs[0], weakref.ref(keys[0])}))

values = weakref.WeakValueDictionary()
for i, k in enumerate(keys):
    values["k%d" % i] = k
print(len(values), values["k2"].n, "k1" in values, "k9" in values, sorted(values.keys()), values.get("k7") is None)
print(sorted(v.n for v in values.values()), sorted((name, v.n) for name, v in values.items()))
del values["k0"]
print(values.pop("k1").n, len(values), sorted(values))
try:
    values["k0"]
except KeyError as e:
    print("KeyError", e)

names = weakref.WeakKeyDictionary()
for k in keys:
    names[k] = "key %d" % k.n
print(len(names), names[keys[2]], names.get(keys[3], "?"), keys[0] in names, sorted(names.values()))
del names[keys[0]]
print(sorted(k.n for k in names), keys[0] in names, sorted((k.n, v) for k, v in names.items()))

some = weakref.WeakSet()
for k in keys + keys:
    some.add(k)
some.discard(keys[1])
print(len(some), keys[0] in some, keys[1] in some, sorted(k.n for k in some))


def refuse_int():
    weakref.ref(3)


def refuse_list():
    weakref.ref(["x"])


for refuse in (refuse_int, refuse_list):
    try:
        refuse()
    except TypeError as e:
        print(e)
print(sum(k.n for k in keys), root.name, inner.name, leaf.name)  # they are alive until here
