# test: lang
# str.format: keywords, nesting, attributes, items, conversions.

class P:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __repr__(self):
        return "P(%d)" % self.x

    def __format__(self, spec):
        return "<" + spec + ">"


p = P(1, [10, 20])
d = {"k": "v", "z": "w"}
print("{} {}".format(1, "a"), "{0}{1}{0}".format("x", 2), "{a} {b!r} {a:>5}".format(a="q", b="it's"), "{{}} {}".format(3), "".format(), "plain".format(1))
print("{0.x} {0.y} {0.y[1]} {1[k]} {1[z]:*^5}".format(p, d), "{p.x:03d} {p.y[0]:x}".format(p=p), "{0[1]}".format([5, 6]), "{0[0][1]}".format([[1, 2]]))
print("{} {:abc} {!r} {!s}".format(p, p, p, p), "{0!r:>6}|{0!s:<6}|{0!a}".format("é"))
print("{:{}}|{:{}{}{}}|{:.{}f}|{:{w}.{p}f}".format("a", 5, "b", "*", "^", 7, 3.14159, 2, 2.71828, w=8, p=3))
print("{:>{width}} {:{fill}<{width}}".format(1, 2, width=4, fill="."), "{0:{1}}".format(42, "x"), "{0:{1}{1}}".format(42, "0"))
print("{:,} {:_} {:e} {:%} {:b} {:#x} {:c}".format(1234567, 1234567, 1.5, 0.25, 5, 255, 65))
print("{} {} {} {}".format(None, True, [1], (1, "a")), "{!r}".format(None), "{:>5}".format(True), "{:d}".format(True))
print("{a}{b}".format_map({"a": 1, "b": 2}), "{k:>3}".format_map(d), "é {} 😀".format("ü"))
print(("{}-" * 3).format(1, 2, 3), " ".join(["{}"] * 2).format("a", "b"))
for bad in range(9):
    try:
        if bad == 0:
            "{} {}".format(1)
        elif bad == 1:
            "{".format(1)
        elif bad == 2:
            "}".format(1)
        elif bad == 3:
            "{0} {}".format(1, 2)
        elif bad == 4:
            "{!x}".format(1)
        elif bad == 5:
            "{:q}".format(1)
        elif bad == 6:
            "{} {0}".format(1, 2)
        elif bad == 7:
            "{:{:{}}}".format(1, 2, 3)
        else:
            "{0[5]}".format([1])
    except (ValueError, IndexError, KeyError) as e:
        print(bad, type(e).__name__, e)
