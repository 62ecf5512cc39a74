# test: lang
# "%s" % (x if c else "none",): the sides of a choice need not have one type.


def show(n, d):
    print("%s|%6s|%-4r|" % (n if n > 1 else "few", "none" if d is None else d, d or "no d"))
    print("%d: %s %.2f" % (n, "-" if n < 0 else n * 2 if n < 9 else None, n / 2))


class Odd:
    def __init__(self, name):
        self.name = name

    def __str__(self):
        print("str of", self.name)
        return "<" + self.name + ">"


def noisy(x):
    print("value", x)
    return x


for n, d in ((0, None), (3, 2.5), (20, 0.0), (-4, -1.25)):
    show(n, d)
print("%s and %s" % (noisy(1) if noisy(True) else "one", "two" if noisy(0) else noisy(2.0)))
print("%s, %s" % (Odd("a") if noisy(2) else "text", noisy(3)))
for x in (5, 0):
    try:
        print("%d items, %s" % (x if x else "no", x))
    except TypeError as e:
        print("TypeError:", e)
