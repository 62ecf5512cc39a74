# test: lang
# hash() of frozensets of every kind of items, and frozensets as keys.
print(hash(frozenset()), hash(frozenset([1])), hash(frozenset(["a"])), hash(frozenset("hello")), hash(frozenset([1.5, -2.5])))
print(hash(frozenset([(1, "x"), (2, "y")])), hash(frozenset([frozenset("ab"), frozenset()])), hash(frozenset([True])))
print(hash(frozenset(range(100))), hash(frozenset([-1])), hash(frozenset([2**62, -(2**62)])), hash(frozenset([b"a", b""])))
anagrams = {}
for word in "listen silent enlist google inlets".split():
    anagrams.setdefault(frozenset(word), []).append(word)
print(sorted(anagrams.values()), anagrams[frozenset("tinsel")])
edges = {frozenset(p): sum(map(ord, p)) for p in [("a", "b"), ("b", "c"), ("b", "a")]}
print(len(edges), edges[frozenset("ab")], {frozenset({"x"}), frozenset({"x"})})
print(hash((frozenset("ab"), 1)), {(frozenset("ab"), 1): "t"}[frozenset("ba"), 1])
