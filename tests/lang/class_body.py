# test: lang
# A class body is code: it runs in order, reads its own names, loops and branches.

print("before")


class Config:
    print("in the body")
    base = 10
    double = base * 2
    names = ["a", "b"]
    if double > 15:
        mode = "big"
    else:
        mode = "small"
    total = 0
    for i in range(4):
        total += i

    def show(self):
        return (self.base, self.double, self.mode, self.total, self.i, self.names)

    alias = show


print("after")
print(Config().show(), Config().alias(), Config.double, Config.i)
base = "module"


class Shadow:
    before = base
    base = "class"
    after = base

    def method(self):
        return base


print(Shadow.before, Shadow.base, Shadow.after, Shadow().method())


class Outer:
    class Inner:
        level = 2

        def __init__(self, v):
            self.v = v

    def make(self, v):
        return Outer.Inner(v)


print(Outer().make(3).v, Outer.Inner.level, Outer.Inner(4).v, Outer.Inner.__name__)
