# test: lang
# Functions in dicts, lists and attributes; bound methods as values; classes as values and factories.


def add(a, b):
    return a + b


def sub(a, b):
    return a - b


ops = {"+": add, "-": sub, "*": lambda a, b: a * b, "max": max}
print([ops[k](6, 3) for k in ("+", "-", "*")])
fs = [abs, len, str] if False else [abs, lambda x: x * 2]
print([f(-3) for f in fs])


class Button:
    def __init__(self, on_click=None):
        self.on_click = on_click
        self.handlers = []

    def click(self, x):
        r = self.on_click(x) if self.on_click else None
        for h in self.handlers:
            h(x)
        return r


log = []
b = Button(lambda x: x + 1)
b.handlers.append(log.append)
b.handlers.append(lambda v: log.append(-v))
print(b.click(5), log, Button().click(1))


class Counter:
    def __init__(self):
        self.n = 0

    def inc(self, by=1):
        self.n += by
        return self.n


c = Counter()
inc = c.inc
inc()
inc(5)
print(c.n, inc(by=2), Counter.inc(c), c.n)
methods = {"i": c.inc}
print(methods["i"](10), list(map(c.inc, [1, 1])))


class Shape:
    pass


class Square(Shape):
    def __init__(self, s):
        self.s = s

    def area(self):
        return self.s * self.s


class Circle(Shape):
    def __init__(self, r):
        self.r = r

    def area(self):
        return 3 * self.r * self.r


def build(cls, n):
    return cls(n)


print(build(Square, 3).area(), build(Circle, 2).area())
shapes = {"sq": Square, "ci": Circle}
for name in ("sq", "ci"):
    print(shapes[name](2).area(), end=" ")
print()


def compose(*fns):
    def run(x):
        for f in fns:
            x = f(x)
        return x
    return run


print(compose(lambda x: x + 1, lambda x: x * 10)(4), (lambda *a: len(a))(1, 2), (lambda x=5: x)())
print(sorted(["b", "A"], key=str.lower), list(map(str.upper, ["a"])), [s.strip for s in [" a "]][0]())


def outer():
    return inner


def inner():
    return "inner"


print(outer()(), (add if 1 else sub)(1, 2), max([add, sub], key=lambda f: f(1, 2))(3, 4))
