# test: lang
# Context managers: order, swallowing, several at once.


class Manager:
    def __init__(self, name, swallow=False):
        self.name = name
        self.swallow = swallow

    def __enter__(self):
        print("enter", self.name, end="; ")
        return self

    def __exit__(self, kind, value, tb):
        print("exit", self.name, kind is None, value, end="; ")
        return self.swallow


with Manager("a") as m:
    print("body", m.name)
with Manager("x"), Manager("y", True) as y:
    print(y.name, end=" ")
    raise ValueError("swallowed")
print("after")
try:
    with Manager("p", True), Manager("q"):
        raise KeyError("k")
    print("swallowed outside")
    with Manager("z"):
        raise IndexError("i")
except IndexError as e:
    print("escaped", e)


def leave():
    for i in range(3):
        with Manager(str(i)):
            if i == 0:
                continue
            if i == 1:
                return i
    return -1


print(leave())
