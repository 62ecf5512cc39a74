# test: lang
# Optional numbers: None and an int, a float or a bool.


def parse(text):
    try:
        return int(text)
    except ValueError:
        return None


def ratio(a, b):
    if b == 0:
        return None
    return a / b


for text in ("5", "x", "0"):
    v = parse(text)
    print(v, v is None, v == 0, v == None, v != 5)
    if v is None:
        print("none")
    elif v:
        print("truthy", v + 1)
    else:
        print("zero", v - 1)
print(ratio(1, 2), ratio(1, 0), [ratio(i, i - 1) for i in range(3)])
xs = [None] * 4
xs[2] = 7
print(xs, [x is None for x in xs], [x for x in xs if x is not None])
ys = [None] * 2
ys[0] = 0.5
ys[1] = 3
print(ys, sum([y for y in ys if y is not None]))
d = {"a": 1}
print(d.get("a"), d.get("b"), d.get("b", 2.5), d.get("a", 2.5), (d.get("a") or 0) + 1, (d.get("b") or 0) + 1)
last = None
for i in range(3):
    if last is not None and last < i:
        print("rose from", last, "to", i)
    last = i
tri = [None, True, False]
for t in tri:
    print("unknown" if t is None else "yes" if t else "no", t, not t)
try:
    print(parse("x") + 1)
except TypeError as e:
    print("TypeError:", e)
try:
    print(parse("x") < 1)
except TypeError as e:
    print("TypeError:", e)
try:
    print(-parse("y"))
except TypeError as e:
    print("TypeError:", e)
