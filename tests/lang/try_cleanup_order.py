# test: lang
# Order of finally blocks over several frames; partial effects stay.

log = []


def a(n):
    log.append("a")
    try:
        return b(n)
    finally:
        log.append("a-finally")


def b(n):
    log.append("b")
    try:
        return c(n)
    except KeyError:
        log.append("b-except")
        return "handled"
    finally:
        log.append("b-finally")


def c(n):
    log.append("c")
    data = [1, 2, 3]
    try:
        data[0] = n
        if n == 1:
            raise KeyError("k")
        if n == 2:
            raise ValueError("v")
        data[1] = 99
    finally:
        log.append(str(data))
    return "normal"


for n in range(3):
    try:
        print(a(n))
    except ValueError as e:
        print("escaped", e)
    print(" ".join(log))
    log.clear()


class Resource:
    def __init__(self, name):
        self.name = name
        self.is_open = True

    def close(self):
        self.is_open = False
        log.append("close " + self.name)


def use(fail):
    r = Resource("r1")
    try:
        s = Resource("s1")
        try:
            if fail:
                raise RuntimeError("use")
            return "used"
        finally:
            s.close()
    finally:
        r.close()


print(use(False), log)
try:
    use(True)
except RuntimeError as e:
    print(e, log)
