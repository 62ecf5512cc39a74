# test: lang
# None has a hash also where it may be an object instead: as a key, in tuples and in classes.

from dataclasses import dataclass


class Plain:
    pass


class Named:
    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        return isinstance(other, Named) and self.name == other.name

    def __hash__(self):
        return len(self.name)


@dataclass(frozen=True)
class Version:
    major: int
    tag: str | None = None


def pick(i):
    return None if i % 2 else "s%d" % i


def named(i):
    return None if i % 2 else Named("n%d" % i)


names = {pick(0): 1, pick(1): 2, pick(2): 3, pick(3): 4}
print(names, names[None], names["s2"], names.get(pick(5)), pick(7) in names, "s1" in names)
print(hash(pick(1)) == hash(pick(3)) == hash(None), hash(pick(2)) == hash("s2"))
seen = set()
for i in range(6):
    seen.add(pick(i))
print(len(seen), None in seen, sorted(x for x in seen if x is not None))
pairs = {(pick(i), i // 2): i for i in range(4)}
print(pairs, pairs[None, 0], pairs["s2", 1])
versions = {Version(1): "one", Version(1, "a"): "one a"}
print(versions[Version(1)], versions[Version(1, "a")], Version(2) in versions, hash(Version(3)) == hash(Version(3)))
objects = {named(i): i for i in range(4)}
print(len(objects), objects[None], objects[Named("n2")])
plain = [Plain(), None]
marks = {p: k for k, p in enumerate(plain)}
print([marks[p] for p in plain], marks[None])
try:
    del names[None], names[None]
except KeyError as e:
    print("KeyError", e, names)
