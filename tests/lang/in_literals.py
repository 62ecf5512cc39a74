# test: lang
# `in` and displays of a few constants: compared one after the other, whatever is looked for.
seen = []


class Odd:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        seen.append((str(self.n), str(other)))
        return self.n == other

    def __hash__(self):
        return 1


class Strict:
    def __eq__(self, other):
        raise ValueError(f"not with {other}")

    __hash__ = None


def once(x):
    seen.append(("once", str(x)))
    return x


def kinds(x):
    return x in (1, 2, 3), x not in [0, 2], x in ("a", "bc"), x not in ("",)


print(kinds(1), kinds(2.0), kinds(True), kinds(None), kinds("a"), kinds("bc"), kinds(""), kinds((1,)), kinds([2]))
print(Odd(2) in (1, 2, 3), Odd(7) not in (5, 6), Odd(1) in ("x",))
print(once(3) in (1, 2, 3), once("q") in ["p"], seen)
try:
    print(Strict() in (1, 2))
except ValueError as e:
    print("ValueError", e)


def find(x, ys):
    if x in (10, 20) and x not in (20, 30) or x in ys:
        return "yes"
    return "no"


print([find(x, [1, 30]) for x in (10, 20, 30, 1, 2)])
print([x for x in range(10) if x in (2, 3, 5, 7)], [c in ("a", "e", "i", "o", "u") for c in "hello"])
flag = 5 in (1, 5)
other = str("x" in ("y", "z"))
print(flag, type(flag).__name__, other, not 3 in (3, 4), (2 in (1, 2)) == True, 1 if 4 in (4,) else 0)
print(1 < 2 in (2, 3), 3 in (3,) in ((True,), (False,)))
n = 0
while n not in (4, 8):
    n += 1
print(n)
nan = float("nan")
print(nan in (1, 2), 0 in (0.0, 1), -0.0 in (0, 1), 2**62 in (4611686018427387904, 1))
assert n in (4, 5), "n"
assert n not in (5, 6, 7)
match n:
    case k if k in (3, 4):
        print("guard")
print("skipped" if n in (9, 10) else n in (4, True))
