# test: lang
# Dict methods: update forms, |, fromkeys, setdefault, pop, popitem, reversed, views.

d = {"a": 1, "b": 2}
d.update({"c": 3})
d.update([("d", 4)])
d.update(e=5, a=10)
d.update({"f": 6}, g=7)
print(d)
print(d | {"a": 0, "z": 1}, {"q": 1} | {"q": 2})
d |= {"h": 8}
d |= [("i", 9)]
print(len(d), list(d)[-2:])
print(dict.fromkeys(["x", "y"], 0), dict.fromkeys("ab"), {}.fromkeys((1, 2), "v"))
print(d.setdefault("a", 99), d.setdefault("new", 99), d["new"])
print(d.pop("new"), d.pop("nope", -1), d.get("nope"), d.get("nope", 0), d.get("a", 0))
try:
    d.pop("nope")
except KeyError as e:
    print("KeyError", e)
print(d.popitem(), d.popitem())
print(list(reversed(d)), list(reversed(d.items()))[0], list(reversed(d.values()))[:2])
print(d.keys(), d.values(), d.items())
print(d.keys() & {"a", "zz"}, sorted(d.keys() | {"zz"}), sorted(d.keys() - {"a"}), d.keys() == set(d))
print(("a", 10) in d.items(), "a" in d.keys(), 10 in d.values(), d.keys() >= {"a"}, d.keys().isdisjoint({"q"}))
keys = d.keys()
d["later"] = 1
print(len(keys), "later" in keys)
c = d.copy()
c["a"] = 0
print(d["a"], c == d, c != d)
try:
    for k in d:
        d["x" + k] = 1
except RuntimeError as e:
    print(e)
try:
    for k in c:
        del c[k]
except RuntimeError as e:
    print(e)
n = {1: {2: {3: "deep"}}}
n[1][2][3] += "er"
print(n, n[1][2].get(9, {}) if False else "", dict([(1, 2)]), dict({1: 2}), dict(zip("ab", [1, 2])))
del d["a"]
d["a"] = 5
print(list(d)[-1], {}, bool({}), {1: "a", 1.0: "b", True: "c"})
d.clear()
print(d, len(d))
try:
    d.popitem()
except KeyError as e:
    print(e)
