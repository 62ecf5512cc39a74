# test: lang
# ChainMap.
from collections import ChainMap
a = {"x": 1}
b = {"x": 2, "y": 3}
c = ChainMap(a, b)
print(c["x"], c["y"], len(c), list(c), "z" in c, c.get("z", 5), dict(c.items()), c.get("q"), bool(c), c == {"x": 1, "y": 3})
c["z"] = 9
print(a, c.maps, c)
d = c.new_child({"q": 0})
e = c.new_child()
e["x"] = 100
print(d, d.parents, sorted(d.keys()), sorted(d.values()), sorted(d.items()), e["x"], c["x"])
for key in d:
    print(key, d[key], end=" ")
print()
for f in [lambda: c["nope"], lambda: e.pop("y")]:
    try:
        f()
    except KeyError as err:
        print("KeyError", err)
try:
    del d["x"]
except KeyError as err:
    print("KeyError", err)
print(e.pop("x"), e, list(ChainMap({"b": 1, "a": 2}, {"c": 3, "a": 4})))
