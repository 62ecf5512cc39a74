# test: lang
# standalone:
# Small functions are inlined into each other: tracebacks are those of the calls, also where a handler, a re-raise, a
# cleanup or a second exception stands inside of what was inlined.


def check(n):
    if n < 0:
        raise ValueError(n)
    return n


def guarded(n):
    try:
        return check(n)
    except KeyError:
        return 0


def again(n):
    try:
        return guarded(n)
    except ValueError:
        if n == -3:
            raise
        return -1


def other(n):
    try:
        return again(n)
    except ValueError as e:
        raise KeyError(str(e))


def clean(n):
    try:
        return other(n)
    finally:
        print("clean", n)


class Box:
    def __init__(self, n):
        self.n = n

    def get(self):
        return clean(self.n)


def total(boxes):
    s = 0
    for box in boxes:
        try:
            s += box.get()
        except KeyError as e:
            print("KeyError", e)
            s += sorted([3, 1, 2], key=lambda x: check(-x if x > 5 else x))[0]
    return s


def last(boxes):
    return max([b.n for b in boxes], key=lambda n: clean(n))


print(total([Box(1), Box(-2), Box(-3)]))
last([Box(5), Box(-3)])
