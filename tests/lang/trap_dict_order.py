# test: lang
# Order after deletion and re-insertion; mutation during iteration raises; set order.
d = {"a": 1, "b": 2, "c": 3}
del d["a"]
d["a"] = 9
d["b"] = 7
print(d, list(d), d.popitem(), list(reversed(d)))
try:
    for k in d:
        d[k + k] = 1
except RuntimeError as e:
    print(e, d)
try:
    for k in d:
        del d[k]
except RuntimeError as e:
    print(e)
s = {10, 3, 1, 33, 64}
print(s, {3, 1, 2}, set("hello") == set("ohell"))
try:
    for x in s:
        s.add(x + 100)
except RuntimeError as e:
    print(e)
xs = [1, 2, 3, 4]
for x in xs:
    xs.remove(x)
print(xs)
