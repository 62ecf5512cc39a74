# test: lang
# Heterogeneous tuples in lists, dicts and functions.

people = [("ann", 31, 1.7), ("bob", 25, 1.8)]
people.append(("cid", 40, 1.6))
for name, age, height in people:
    print(f"{name:5}{age:3}{height:5.1f}")
people.sort(key=lambda p: p[1])
print([p[0] for p in people], max(people, key=lambda p: p[2]), sum([p[1] for p in people]) / len(people))
by_name = {p[0]: p[1:] for p in people}
print(by_name, by_name["bob"][0] + 1)
queue = [(0, "start", [])]
out = []
while queue:
    n, name, path = queue.pop(0)
    out.append((name, len(path)))
    if n < 2:
        for c in "ab":
            queue.append((n + 1, name + c, path + [n]))
print(out)


def divide(a, b):
    return (a // b, None) if b else (None, "division by zero")


for b in (2, 0):
    result, error = divide(7, b)
    print(result, error, error or "fine", result is None)


def pair(a, b):
    return (a, b)


print(pair(1, "x"), pair("x", 1), pair(pair(1, 2), [3]), pair(None, 2.5)[1], pair([], {})[0])
points = {(0, 0): ("origin", None), (1, 0): ("east", 90.0)}
for (x, y), (label, angle) in points.items():
    print(x, y, label, angle)
nested = [((1, "a"), [("b", 2)]), ((3, "c"), [])]
print(nested[0][1][0][0] + nested[1][0][1], sorted(nested), (1, "a") in [n[0] for n in nested])
