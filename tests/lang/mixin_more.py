# test: lang
# Mixins with class attributes, __getattr__, __eq__ and __hash__, iteration; attributes set late on a mixin.
class Plugin:
    registry = {}
    kind = "plugin"
    def register(self):
        self.registry[self.name] = self.kind
        return self
class Fallback:
    def __getattr__(self, name):
        return "no " + name
class Base:
    kind = "base"
    def __init__(self, name):
        self.name = name
class X(Plugin, Base):
    pass
class Y(Base, Plugin):
    pass
class Z(Fallback, X):
    kind = "z"
print(X("a").register().kind, Y("b").register().kind, Z("c").register().kind)
print(Plugin.registry, Base("q").kind)
print(Z("d").missing, Z("d").name, hasattr(X("e"), "register"), hasattr(Base("f"), "register"))
Plugin.extra = 5
print(X.extra, Y.extra, X("g").extra)
class Eq:
    def __eq__(self, other):
        return isinstance(other, Eq) and self.key() == other.key()
    def __hash__(self):
        return hash(self.key())
class P(Eq):
    def __init__(self, a):
        self.a = a
    def key(self):
        return self.a
class N:
    def __init__(self, b):
        self.b = b
    def show(self):
        return f"N{self.b}"
class Q(Eq, N):
    def key(self):
        return self.b
class R(N, Eq):
    def key(self):
        return self.b + 1
print(Q(1) == Q(1), Q(1) == R(0), R(0) == Q(2), P(3) == P(3), len({Q(1), Q(1), Q(2)}))
for n in [Q(1), R(2), N(3)]:
    print(n.show(), isinstance(n, Eq), n == n)
class It:
    def __iter__(self):
        return iter(self.values())
    def __len__(self):
        return sum(1 for _ in self)
    def __contains__(self, x):
        return any(x == y for y in self)
class Bag(It, N):
    def values(self):
        return [self.b, self.b * 2]
class Word(It, N):
    def values(self):
        return list(self.b)
bag, word = Bag(4), Word("xyz") if False else Bag(9)
print(list(bag), len(bag), 8 in bag, sorted(word), bool(bag))
