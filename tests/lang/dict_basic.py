# test: lang
# Literals, lookup, insertion order, deletion and reinsertion.

d = {"one": 1, "two": 2, "three": 3}
print(d, len(d), d["two"], "one" in d, "four" in d, "four" not in d, d.get("one"), d.get("x"), d.get("x", 0))
d["four"] = 4
d["one"] = 11
print(d)
del d["two"]
d["two"] = 22
print(d, list(d), list(d.keys()), list(d.values()), list(d.items()))
d["two"] += 1
print(d["two"], d.pop("two"), d.pop("nope", -1), d)
for k in d:
    print(k, d[k], end=" ")
for k, v in d.items():
    print(k, v, end=" ")
print()
print(d == {"three": 3, "four": 4, "one": 11}, d == {}, {} == {}, {1: 2} != {1: 3}, {1: 1.0} == {1.0: 1})
d.update({"five": 5, "one": 1})
d.setdefault("six", 6)
print(d.setdefault("one", 100), d)
e = d.copy()
e.clear()
print(len(d), e, d is d.copy(), d == d.copy(), bool(e), bool(d), d | {"six": 66})
print(d.popitem(), d.popitem(), len(d))
for key in ("missing", "it's"):
    try:
        print(d[key])
    except KeyError as error:
        print("KeyError:", error, str(error) == repr(key))
try:
    del d["zzz"]
except KeyError as error:
    print("KeyError:", error)
try:
    d.pop("zzz")
except KeyError as error:
    print("KeyError:", error)
