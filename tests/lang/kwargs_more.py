# test: lang
# Keyword records: read and passed on, in methods, in constructors, nested, with defaults.

def base(a, b=1, *rest, key="k", **more):
    return (a, b, rest, key, sorted(more))


def pass_on(**kw):
    return base(0, **kw)


def reads(**kw):
    print(len(kw), "a" in kw, kw.get("a", -1), sorted(kw.items()))
    return pass_on(**kw)


def fixed(**kw):
    return base(7, key="fixed", **kw)


print(base(1), base(1, 2, 3, 4, key="z", extra=5), pass_on(b=4, other=3), reads(x=1, b=2), reads())
print(fixed(b=3), fixed())


class Shape:
    def __init__(self, name, **style):
        self.name = name
        self.style = style

    def css(self):
        return ";".join([k + ":" + v for k, v in self.style.items()])


class Box(Shape):
    def __init__(self, size, **style):
        super().__init__("box", **style)
        self.size = size


print(Box(3, color="red", border="1px").css(), Shape("s").css() == "", Box(1, color="b").style)


def default_of(**kw):
    kw.setdefault("n", 5)
    kw["m"] = kw.pop("n") + 1
    return kw


print(default_of(), default_of(n=1), default_of(z=2))
f = lambda **k: sorted(k)
print(f(b=1, a=2), dict(**{"q": 1}, w=2), (lambda *a, **k: (len(a), len(k)))(1, 2, x=3))
