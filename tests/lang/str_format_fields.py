# test: lang
# str.format: positions, names, attributes, items, conversions, nesting, escapes, errors.


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __str__(self):
        return f"<{self.x} {self.y}>"

    def __repr__(self):
        return f"Point({self.x}, {self.y})"

    def __format__(self, spec):
        return f"[{spec}]" if spec else "[]"


p = Point(1, 2)
print("{} {}".format(1, 2), "{1} {0} {1}".format("a", "b"), "{a} {b}".format(a=1, b=2), "{} {k} {}".format(1, 2, k="k"))
print("{0.x} {0.y}".format(p), "{p.x:>4}".format(p=p), "{0[0]} {0[1]}".format([7, 8]), "{d[key]} {d[0]}".format(d={"key": 1, "0": 2}) if False else "{d[key]}".format(d={"key": 1}))
print("{}".format(p), "{:spec}".format(p), "{!s}".format(p), "{!r}".format(p), "{!s:>8}".format(p), "{!r:_<14}".format(p), "{!a}".format("é"))
print("{{}} {{{}}}".format(5), "{{".format(), "}}".format(), "a{}b{}c".format("", "x"))
print("{:<5}|{:>5}|{:^5}|".format("l", "r", "m"), "{:05d} {:+} {:,}".format(42, 42, 1234567), "{:.2%}".format(0.1234), "{:x} {:b} {:o}".format(255, 5, 8))
print("{:{w}.{p}f}".format(3.14159, w=8, p=2), "{0:{1}}".format("a", "^5"), "{:{fill}{align}{width}}".format("z", fill="*", align=">", width=6))
print("{0}{0}{0}".format("ab"), "{:%d}".format(7) if False else "{:d}%".format(7), "{!r:}".format("q"))
template = "{greeting}, {name}!"
print(template.format(greeting="Hi", name="Bob"), template.format(name="Al", greeting="Yo"))
row = "{:<10}{:>8}{:>8.2f}"
for name, qty, price in [("apple", 3, 0.5), ("banana", 12, 0.25)]:
    print(row.format(name, qty, price))
for text in ["{", "}", "{0} {}", "{} {0}", "{!x}", "{0", "{:{:{}}}", "{!}"]:
    try:
        print(text.format(1, 2))
    except (ValueError, KeyError, IndexError) as e:
        print(repr(text), type(e).__name__, e)
for text in ["{5}", "{name}", "{} {} {}"]:
    try:
        print(text.format(1, 2))
    except (IndexError, KeyError) as e:
        print(repr(text), type(e).__name__, e)
