# test: lang
# d.get gives a value or None, of every kind of value.

ints = {"a": 1}
floats = {"a": 1.5}
strs = {"a": "x"}
lists = {"a": [1]}
for key in ("a", "b"):
    i = ints.get(key)
    f = floats.get(key)
    s = strs.get(key)
    xs = lists.get(key)
    print(i, f, s, xs, i is None, s is None, i == 1, s == "x", f == 1.5, xs == [1])
    if i is not None:
        print(i + 1)
    if f:
        print(f * 2)
    if s:
        print(s.upper())
    if xs is not None:
        xs.append(2)
        print(xs)
    print(ints.get(key, 0) + 1, floats.get(key, 0.5), strs.get(key, "-"), lists.get(key, []))
    print((i or 0) + 10, (s or "none") + "!", [i, None], (f, s), {"v": xs})
