# test: lang
# The order of sets of constant texts: CPython makes the constant again if it knew one of the texts before, and equal
# sets of one module are one constant.
import random


def shows(items):
    print(" ".join(items))


def spoken(zeta, omega):
    return zeta + omega


for x in {"a", "b", "c"}:
    print(x, end=" ")
print({"f", "w19", "ff"}, frozenset({"ff", "w19", "f"}))
print(frozenset({"f", "w1", "h", "w3", "fea", "c", "a", "w7", "aeha", "bebd"}))
print(frozenset({"w19", "w7", "w6", "cgb", "fee", "gghc", "b"}))
shows({"da", "he", "dgh", "had", "w22", "ccda", "a", "w5", "hbae", "w28", "fgde"})
shows({"da", "he", "dgh", "had", "w22", "ccda", "w5", "hbae", "w28", "fgde"})
print([w for w in {"spam", "eggs", "ham", "bacon", "foo", "bar", "baz"}])
print([w for w in {"baz", "bar", "foo", "bacon", "ham", "eggs", "spam"}])
print({"baz", "bar", "foo", "bacon", "ham", "eggs", "spam"}, {"red", "green", "blue"} | {"blue", "green", "red"})
print({(8, "abb"), (1, "a"), (8, "gfa"), (5, "w27"), (1, "c"), (2, "dg")})
print({(2, "dg"), (1, "c"), (5, "w27"), (8, "gfa"), (1, "a"), (8, "abb")})
print({"zeta", "w1", "w5", "omega", "random", "items", "w9"}, {"zeta", "w1", "two words", "omega", "w3", "x.y", "é"})
print("spoken" in {"spoken", "shows", "x"}, [c for c in {"x"}], random.Random(1).random() < 1, spoken(1, 2))
