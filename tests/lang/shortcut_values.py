# test: lang
# and, or and conditional expressions as values; truth of everything.

def t(x):
    print("t", x, end=" ")
    return x


print(t(0) or t(5), t(1) and t(0), t(0) and t(9), t(3) or t(4))
print([] or [1], [2] and [3], "" or "x", {} or {"a": 1}, None or 7, 0.0 or 1.5)
print(not [], not [0], not "", not " ", not 0, not -1, not 0.0, not None, not {}, not {0: 0}, not (), not (0,))
x = 5
print(x > 3 and x < 10, 3 < x < 10, x if x > 9 else -x, (x and 1) + 1, x or 1 / 0)
print([i if i % 2 else -i for i in range(5)], "a" if [] else "b" if "" else "c")
print(bool(range(0)), bool(range(1)), bool(set()), bool({0}), bool(b""), bool(frozenset()))


class Empty:
    def __len__(self):
        return 0


class No:
    def __bool__(self):
        return False


print(bool(Empty()), bool(No()), "y" if No() else "n", not Empty(), 1)
y = None
z = y or []
z.append(1)
print(z, y is None and "none", (y or x) + 1)
while x and z:
    x -= 1
print(x)
