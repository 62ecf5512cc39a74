# test: lang
# Truth of instances: __bool__, else __len__, else true.


class Sized:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


class Both(Sized):
    def __bool__(self):
        return self.n > 5


class Neither:
    pass


print(bool(Sized(0)), bool(Sized(2)), bool(Both(2)), bool(Both(9)), bool(Neither()), not Sized(0), len(Both(4)))
for thing in (Sized(0), Both(3), Both(8)):
    if thing:
        print("true", thing.n)
    else:
        print("false", thing.n)
print((Sized(0) or Sized(3)).n, (Sized(0) and Sized(3)).n, [s.n for s in (Sized(1), Sized(0)) if s])
x = None
for n in (0, 1):
    y = Sized(n) if n else x
    print(y is None, "yes" if y else "no")
