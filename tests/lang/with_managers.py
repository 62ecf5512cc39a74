# test: lang
# Context managers: several, swallowing, failing, leaving by return and break.


class M:
    def __init__(self, name, swallow=False):
        self.name = name
        self.swallow = swallow

    def __enter__(self):
        print("enter", self.name, end=" ")
        return self.name.upper()

    def __exit__(self, kind, value, trace):
        print("exit", self.name, kind is None, value, end="; ")
        return self.swallow


with M("a") as x, M("b") as y:
    print(x, y, end=" ")
print()
with M("s", True):
    raise ValueError("gone")
print("after")
try:
    with M("o"), M("i"):
        raise KeyError("k")
except KeyError as e:
    print("caught", e)


def ret():
    with M("r"):
        return 5


print(ret())
for i in range(3):
    with M(str(i)):
        if i == 1:
            break
print()
with (M("p") as p, M("q", True) as q):
    print(p + q, end=" ")
    1 // 0
print()


class Fail:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        print(len(args), args[0] is None)
        raise RuntimeError("from exit")


try:
    with Fail() as f:
        pass
except RuntimeError as e:
    print(e)


class Kind:
    def __enter__(self):
        return (1, 2)

    def __exit__(self, kind, value, trace):
        if kind is not None and issubclass(kind, ArithmeticError):
            print("arith", kind.__name__)
            return True
        return False


with Kind() as (u, v):
    print(u + v)
    y2 = 1 / 0
print("end")
