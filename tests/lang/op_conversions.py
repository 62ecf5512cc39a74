# test: lang
# __int__, __float__, __index__, __bool__, __len__, __str__, __repr__, __format__, __hash__, __round__ of user classes.


class Num:
    def __init__(self, v):
        self.v = v

    def __int__(self):
        return int(self.v)

    def __float__(self):
        return float(self.v)

    def __index__(self):
        return self.v

    def __bool__(self):
        return self.v != 0

    def __str__(self):
        return "num " + str(self.v)

    def __repr__(self):
        return "Num(" + str(self.v) + ")"

    def __format__(self, spec):
        return "<" + spec + ":" + str(self.v) + ">"

    def __hash__(self):
        return hash(self.v)

    def __eq__(self, o):
        return self.v == o.v


n = Num(2)
print(int(n), float(n))
print(bool(n), bool(Num(0)), not n, "yes" if Num(0) else "no")
print(str(n), repr(n), [n], (n,), {"k": n}, {n: 1}, f"{n} {n!r} {n:>4} {n!s}", format(n, "x"), format(n))
print("%s %r" % (n, n), "{} {!r} {:q}".format(n, n, n))
print({Num(1): "a"}[Num(1)], Num(1) in {Num(1)}, len({Num(1), Num(1), Num(2)}))


class OnlyRepr:
    def __repr__(self):
        return "R!"


class OnlyStr:
    def __str__(self):
        return "S!"


class Len:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


print(str(OnlyRepr()), f"{OnlyRepr()}", str(OnlyStr()), bool(Len(0)), bool(Len(3)), len(Len(4)))
print([OnlyRepr()], "x" if Len(0) else "empty")
