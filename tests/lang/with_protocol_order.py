# test: lang
# with: order of several managers, __exit__ swallowing, raising and seeing exceptions; as targets; leaving by return and break.


class M:
    def __init__(self, name, swallow=False, fail=""):
        self.name, self.swallow, self.fail = name, swallow, fail

    def __enter__(self):
        print("enter", self.name, end="; ")
        if self.fail == "enter":
            raise RuntimeError(f"enter {self.name}")
        return self.name.upper()

    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind.__name__ if kind else None, value, end="; ")
        if self.fail == "exit":
            raise RuntimeError(f"exit {self.name}")
        return self.swallow


with M("a") as x, M("b") as y:
    print(x, y, end="; ")
print()
with M("a", swallow=True):
    raise ValueError("lost")
print("after")
try:
    with M("a"), M("b", swallow=True), M("c"):
        raise ValueError("inner")
    print("swallowed")
    with M("a"), M("b"):
        raise KeyError("outer")
except KeyError as e:
    print("caught", e)
try:
    with M("a", swallow=True), M("b", fail="enter"):
        print("not reached")
    print("entered?")
    with M("a"), M("b", fail="enter"):
        print("not reached")
except RuntimeError as e:
    print("caught", e)
try:
    with M("a", fail="exit"):
        raise ValueError("first")
except RuntimeError as e:
    print("caught", e, repr(e.__context__))


def early():
    with M("r"):
        return "returned"


print(early())
for i in range(3):
    with M(str(i)):
        if i == 1:
            break
        continue
print()
with (
    M("p") as p,
    M("q") as q,
):
    print(p + q, end="; ")
print()


class Pair:
    def __enter__(self):
        return 1, [2, 3]

    def __exit__(self, *details):
        print(len(details), details[0])
        return False


with Pair() as (one, [two, three]):
    print(one, two, three)
box = {}
with M("key") as box["k"]:
    print(box)
print()
