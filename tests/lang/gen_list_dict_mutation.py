# test: lang
# Containers changed while they are iterated: lists go on, dicts and sets raise; copies are safe.
a = [1, 2, 3, 4]
seen = []
for x in a:
    seen.append(x)
    if x % 2 == 0:
        a.remove(x)
    if len(a) < 6 and x == 1:
        a.append(9)
print(a, seen)
b = [3, 1, 2]
for i, x in enumerate(b):
    b[i] = x * 10
print(b)
for x in b[:]:
    b.append(x + 1)
print(b)
it = iter(b)
next(it)
b.clear()
print(list(it), b)
d = {"a": 1, "b": 2}
for action in ("add", "delete", "replace"):
    copy = dict(d)
    try:
        for key in copy:
            if action == "add":
                copy[key * 2] = 0
            elif action == "delete":
                del copy[key]
            else:
                copy[key] += 1
        print(action, copy)
    except RuntimeError as e:
        print(action, e)
s = {1, 2}
try:
    for x in s:
        s.discard(x)
except RuntimeError as e:
    print(e)
it2 = iter({1: 1})
print(next(it2), next(it2, 0))
