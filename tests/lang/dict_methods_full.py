# test: lang
# Every method of dict with corner cases and errors; views; merging; order.
d = dict(one=1, two=2)
print(d, dict([("a", 1)]), dict({"b": 2}, c=3), dict(zip("xy", [1, 2])), {**d, "three": 3}, dict(), {})
print(d["one"], d.get("one"), d.get("no"), d.get("no", 0), "one" in d, "no" not in d, len(d))
try:
    d["no"]
except KeyError as e:
    print("KeyError", e, e.args)
print(d.setdefault("three", 3), d.setdefault("one", 100), d)
print(d.pop("three"), d.pop("no", "default") if False else d.pop("no", -1), d.popitem(), d)
try:
    {}.popitem()
except KeyError as e:
    print(e)
try:
    d.pop("gone")
except KeyError as e:
    print(e)
d.update(a=1, b=2)
d.update({"c": 3}, d=4)
d.update([("e", 5)])
d.update(())
print(d)
d["a"] = 10
del d["one"]
d["one"] = 1
print(list(d), list(d.values()), list(d.items()), list(reversed(d)), [k for k in d])
try:
    del d["zzz"]
except KeyError as e:
    print(repr(e))
print(d | {"z": 26}, {"a": 0} | d)
d |= {"y": 25}
print(d == dict(reversed(list(d.items()))), d != {}, d.keys() == {"b", "c", "d", "e", "one", "a", "y"})
k, v, i = d.keys(), d.values(), d.items()
d["new"] = 0
print(len(k), len(v), len(i), "new" in k, 0 in v, ("new", 0) in i, ("new", 1) in i)
print(k & {"a", "q"}, sorted(k | {"q"}), sorted(k - {"a"}), sorted(k ^ {"a", "q"}), k.isdisjoint(["q"]), k <= k, k > {"a"})
print(sorted(i & {("a", 10), ("b", 0)}), type(k).__name__, type(v).__name__, type(i).__name__, {}.keys(), {1: 2}.values(), {1: 2}.items())
print(dict.fromkeys("aba"), dict.fromkeys([1, 2], 0), dict.fromkeys((), 1))
shared = dict.fromkeys("ab", [])
shared["a"].append(1)
print(shared)
c = d.copy()
c.clear()
print(c, len(d), bool(c), bool(d))
print({1: "int", 1.0: "float", True: "bool"}, {0: "a", False: "b"}, {"a": 1, "a": 2})
nested = {"x": {"y": {"z": 1}}}
nested["x"]["y"]["w"] = 2
print(nested, nested["x"].get("q", {}).get("r"), sum(nested["x"]["y"].values()))
for f in ("key", "size"):
    e = {1: 1, 2: 2}
    try:
        for key in e:
            if f == "key":
                e[key + 10] = 0
            else:
                del e[key]
    except RuntimeError as error:
        print(error)
e = {1: 1, 2: 2}
for key in list(e):
    if key == 1:
        del e[key]
for key in e:
    e[key] = 5
print(e)
print(sorted({"b": 1, "a": 2}), sorted({"b": 1, "a": 2}.items(), key=lambda kv: kv[1]), max({"a": 3, "b": 5}, key={"a": 3, "b": 5}.get), min({3: "x", 1: "y"}))
inverted = {v: k for k, v in {"a": 1, "b": 2, "c": 1}.items()}
print(inverted, {k: v for k, v in zip("abc", range(3)) if v}, {c: "hello".count(c) for c in "hello"})
t = {(1, 2): "t", (): "e"}
print(t[1, 2], t[()], (1, 2) in t, {frozenset([1]): 1}[frozenset([1])], {None: 0}[None], {1.5: "f"}[1.5], {b"x": 1}[b"x"])
