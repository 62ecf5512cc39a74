# test: lang
# print uses __str__, containers use __repr__, each falls back as in CPython.


class OnlyStr:
    def __str__(self):
        return "str"

    def __repr__(self):
        return "<OnlyStr>"


class OnlyRepr:
    def __repr__(self):
        return "repr"


class Formatted:
    def __init__(self, n):
        self.n = n

    def __format__(self, spec):
        return f"<{spec}:{self.n}>"

    def __repr__(self):
        return "F"


class Child(OnlyRepr):
    def __str__(self):
        return "child of " + super().__repr__()


print(OnlyStr(), [OnlyStr()], str(OnlyStr()), repr(OnlyStr()), f"{OnlyStr()} {OnlyStr()!r}")
print(OnlyRepr(), [OnlyRepr()], str(OnlyRepr()), f"{OnlyRepr()}", "%s %r" % (OnlyRepr(), OnlyRepr()))
print(f"{Formatted(1):abc} {Formatted(2)} {Formatted(3)!r}", format(Formatted(4), "x"), Formatted(5))
print(Child(), [Child()], {1: Child()}, (Child(),))
