# test: lang
# Dicts of functions that nobody changes, and others that look like them.


def add(x, y):
    return x + y


def sub(x, y):
    return x - y


def mul(x, y):
    return x * y


def power(x, y):
    return x**y


OPS = {1: add, 2: sub, 3: mul, -4: power, 0: lambda x, y: x}
NAMES = {"add": add, "sub": sub, "": mul, "mul": mul, "añd": power}


def run(code, x):
    for op, y in code:
        x = OPS[op](x, y)
    return x


def named(name, x, y):
    return NAMES[name](x, y)


def guarded(op):
    try:
        f = OPS[op]
    except KeyError as error:
        return f"no {error}"
    return str(f(7, 2))


def asked(name):
    f = NAMES.get(name)
    if f is None:
        return -1
    return f(7, 2)


def asked_or(op):
    return OPS.get(op, sub)(9, 4)


print(run([(1, 5), (2, 1), (3, 10), (-4, 2), (0, 1)], 3), OPS[True](1, 2), OPS[False](4, 2))
print([named(name, 6, 3) for name in NAMES], [guarded(op) for op in (1, 2, 3, 4, -4, 0)])
print([asked(name) for name in ("add", "no", "", "añd", "anx")], [asked_or(op) for op in range(-5, 5)])
print(len(OPS), 3 in OPS, 5 in OPS, [n for n in NAMES], sorted(OPS.keys()), len(OPS.items()))


def by_float(x):
    return OPS[x](8, 3) if x in OPS else None


print([by_float(x) for x in (1.0, 2.5, 3.0, -4.0, 1e300)], OPS.get(2.0, add)(1, 1))


def shout(text):
    print("evaluated", text)
    return 1


def order(op):
    try:
        return str(OPS[op](shout("x"), shout("y")))
    except KeyError:
        return "missing first"


print(order(1), order(99))

# the dict holds what the names meant when it was made
FIRST = {1: add, 2: sub}


def add(x, y):
    return -1000


def first(op):
    return FIRST[op](5, 3)


print(first(1), first(2), add(1, 2))

# these change
SET = {1: mul, 2: sub}
POPPED = {1: mul, 2: sub}
PASSED = {1: mul, 2: sub}
ALIAS = {1: mul, 2: sub}
BOUND = {1: mul, 2: sub}
UPDATED = {"a": mul, "b": sub}


def use(op):
    return [t.get(op, power)(6, 2) for t in (PASSED, ALIAS)], SET[op](6, 2), POPPED.get(op, power)(6, 2), BOUND[op](6, 2)


def updated(name):
    return UPDATED[name](6, 2)


def change(table):
    table[1] = sub


def rebind():
    global BOUND
    BOUND = {1: sub, 2: mul}


print(use(1), use(2), updated("a"))
SET[1] = power
POPPED.pop(1)
change(PASSED)
alias = ALIAS
alias[1] = lambda x, y: 0
rebind()
UPDATED.update({"a": sub})
print(use(1), use(2), updated("a"))

for turn in range(2):
    TURN = {1: (lambda x, y: x), 2: (lambda x, y: y)} if turn else {1: mul, 2: sub}

    def turned(op):
        return TURN[op](3, 2)

    print(turned(1), turned(2))


class Square:
    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side**2


class Circle(Square):
    def area(self):
        return 3 * self.side**2


KINDS = {"square": Square, "circle": Circle}


def make(kind, size):
    return KINDS[kind](size).area()


print(make("square", 3), make("circle", 2))


def early(op):
    return LATE[op](2, 3)


try:
    early(1)
except NameError as error:
    print(error)
LATE = {1: mul, 2: sub}
print(early(1))
