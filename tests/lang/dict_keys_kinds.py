# test: lang
# Keys of every kind: tuples, frozensets, bools, floats, objects, None.

d = {(1, 2): "a", (3, 4): "b"}
d[(1, 2)] += "!"
print(d[1, 2], (3, 4) in d, d.get((9, 9), "none"))
f = {frozenset([1, 2]): 1}
print(f[frozenset([2, 1])])
n = {1: "int", 1.0: "float", True: "bool"}
print(n, n[1], len(n))
o = {None: 0, 5: 1}
o[None] += 1
print(o, o.get(None), None in o)
x = {0.1 + 0.2: "sum", 0.3: "third"}
print(len(x), x[0.3])
nested = {("a", ("b", 1)): [1]}
nested["a", ("b", 1)].append(2)
print(nested)
big = {i * 7 % 101: i for i in range(50)}
print(sorted(big)[:5], big[7], len(big), sum(big.values()))
for k in list(big):
    if k % 2:
        del big[k]
print(len(big), list(big)[:4])
e = {}
e["x"] = e.get("x", 0) + 1
print(e, "x" in e, {}.get("a"), dict(), {"a": {"b": {"c": 1}}}["a"]["b"]["c"])
