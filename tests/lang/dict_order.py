# test: lang
# Insertion order survives deletes, updates and growth.

d = {}
for c in "the quick brown fox jumps over the lazy dog":
    d[c] = d.get(c, 0) + 1
print(d)
for c in "aeiou ":
    if c in d:
        del d[c]
print("".join(d))
for c in "zyx":
    n = d.pop(c)
    d[c] = n
print("".join(d), list(d.items())[-3:])
first = {"a": 1, "b": 2, "c": 3}
second = {"c": 30, "d": 40, "a": 10}
first.update(second)
print(first, {**first, "b": 0}, first | second, second | first)
print(list(reversed(first)), [k for k in first.keys() if k in second.keys()])
print(dict([("x", 1), ("y", 2)]), dict(a=1, b=2), dict({"q": 1}), dict(zip("ab", [1, 2])))
print(dict({"z": 0}, a=1), dict([("x", 1)], y=2))
