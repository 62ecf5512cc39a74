# Control flow: every way out of every statement, in CPython's order.
log = []


def note(x):
    log.append(x)
    return x


def flush(title):
    print(title, *log)
    log.clear()


def conditions(a, b, c):
    if a and b or not c:
        note(1)
    elif a or (b and c):
        note(2)
    else:
        note(3)
    x = a and b or c
    y = (a or b) and c
    z = 1 if a else 2 if b else 3
    return x, y, z, a if b else c, not a, a < b < c, 1 < 2 < 3 > 2


for i in range(8):
    print(conditions(i & 1, i >> 1 & 1, i >> 2))
flush("conditions")


class Truth:
    def __init__(self, name, value):
        self.name = name
        self.value = value

    def __bool__(self):
        note(self.name)
        return self.value

    def __repr__(self):
        return self.name

    def __lt__(self, other):
        note(self.name + "<" + other.name)
        return self


t, f = Truth("t", True), Truth("f", False)
print((t and f) or t, (f or t) and f, t < f < t, f < t < f, not (t and f), t if f else f)
flush("truth once")


def loops(n):
    for i in range(n):
        if i == 1:
            continue
        if i == 3:
            break
        note(i)
    else:
        note("else")
    while n:
        n -= 1
        if n % 2:
            continue
        note(n)
    else:
        note("done")
    while True:
        n += 1
        if n > 3:
            break
    return n


for i in range(6):
    print(loops(i))
    flush("loops")


def tries(kind):
    try:
        note("try")
        if kind == 1:
            raise ValueError(1)
        if kind == 2:
            raise KeyError("k")
        if kind == 3:
            raise TypeError
        if kind == 4:
            return note("return")
    except ValueError as e:
        note(("value", e.args))
        if kind == 1:
            return "from handler"
    except (KeyError, IndexError) as e:
        note(repr(e))
    else:
        note("else")
    finally:
        note("finally")
    return "after"


for i in range(5):
    try:
        print(i, tries(i))
    except TypeError as e:
        print("out", repr(e))
    flush("tries")


def finally_wins(n):
    for i in range(3):
        try:
            if n == 0:
                return "lost"
            if n == 1:
                raise ValueError
            if n == 2:
                continue
            if n == 3:
                break
        finally:
            note(("f", i))
            if n == 0:
                return "won"
            if n == 1:
                break
            if n == 3:
                continue
    return "end"


for i in range(4):
    print(finally_wins(i))
    flush("finally")


def nested():
    try:
        try:
            try:
                raise ValueError("a")
            finally:
                note("one")
        except KeyError:
            note("no")
        finally:
            note("two")
    except ValueError as e:
        try:
            raise KeyError("b") from e
        except KeyError as g:
            note((repr(g), repr(g.__cause__)))
        try:
            raise
        except ValueError as h:
            note(h is e)
    try:
        raise
    except RuntimeError as e:
        note(str(e))


nested()
flush("nested")


class Manager:
    def __init__(self, name, swallow=False):
        self.name = name
        self.swallow = swallow

    def __enter__(self):
        note("enter " + self.name)
        return self.name

    def __exit__(self, kind, value, trace):
        note("exit " + self.name + " " + (kind.__name__ if kind else "-"))
        return self.swallow


def managers(kind):
    for i in range(2):
        with Manager("a", kind == 3) as x, Manager("b"):
            note(x)
            if kind == 1:
                return 1
            if kind == 2:
                break
            if kind == 3:
                raise ValueError
            if kind == 4:
                continue
        note("next")
    return 0


for i in range(5):
    print(managers(i))
    flush("with")

try:
    with Manager("m"):
        raise KeyError(5)
except KeyError as e:
    print(repr(e))
flush("with")
try:
    e
except NameError as error:
    print(error)


def asserts(x):
    assert x, note("message")
    assert x > 1
    return x


for i in range(3):
    try:
        print(asserts(i))
    except AssertionError as e:
        print(repr(e))
flush("asserts")


def deep(n):
    result = []
    for a in range(n):
        try:
            for b in range(n):
                try:
                    if a == b:
                        continue
                    if a + b > 4:
                        raise OverflowError(a * b)
                    if a * b == 2:
                        break
                    result.append((a, b))
                finally:
                    result.append("f")
            else:
                result.append("e")
        except OverflowError as e:
            result.append(e.args[0])
    return result


print(deep(5))
if __name__ == "__main__":
    print("main")
else:
    print("not main")
if __name__ != "__main__":
    print("no")


def endless():
    while 1:
        try:
            return "out"
        finally:
            note("last")


print(endless())
flush("endless")
raise SystemExit(3)
