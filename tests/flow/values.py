# Expressions, assignments and their order of evaluation.
def t(x):
    print(x, end=" ")
    return x


class Box:
    def __init__(self, name):
        self.name = name
        self.items = {}

    def __getitem__(self, key):
        print("get", self.name, key)
        return self.items.get(repr(key), 0)

    def __setitem__(self, key, value):
        print("set", self.name, key, value)
        self.items[repr(key)] = value

    def __delitem__(self, key):
        print("del", self.name, key)


b, c = Box("b"), Box("c")


def box(x):
    print("box", x.name, end=" ")
    return x


box(b)[t("k")] = box(c)[t(2)] = t("value")
box(b)[t("k")] += t("!")
box(b)[t(1) : t(2)] = t(3)
box(b)[t(1) : t(2) : t(3), t(4)] += t(5)
del box(b)[t(1)], box(c)[::2]
print(box(b)[1:2, ..., ::3])
print(t(1) + t(2) * t(3) - t(4), {t("k"): t("v"), t("l"): t("w")}, [t(1), *[t(2), t(3)], t(4)], {*[1, 2], 3})
print({**{"a": 1}, "b": 2, **{"a": 3}}, (*[1], 2), (1, *(2, 3), 4), [*"ab"])
print(t(1) < t(2) < t(3), t(3) < t(2) < t(1), t(1) in [t(1)], t(1) not in [t(2)], None is None, 1 is not None)


def f(*args, **kwargs):
    return args, kwargs


print(f(t(1), *[t(2)], t(3), k=t(4), **{"m": t(5)}))
a, (d, *e), g = 1, (2, 3, 4), "g"
*h, i = [1, 2, 3]
[j, k] = k2 = "xy"
print(a, d, e, g, h, i, j, k, k2)
a, d = d, a
print(a, d)
n = 10
n += 1
n -= 2
n *= 3
n //= 2
n **= 2
n %= 50
n <<= 3
n >>= 1
n |= 1
n &= 0xFF
n ^= 7
print(n, n / 4, -n, +n, ~n, not n, 7 // -2, -7 % 3, 2**-1, -(2**63), -9223372036854775808, 123456789012345678901234567890)
xs = [1, 2, 3, 4, 5]
xs[1:3] = [9]
ys = xs
xs += [6]
print(xs, ys is xs, xs[-1], xs[::-1], xs[1:], xs[:2], xs[:])
del xs[0], xs[1:2], xs[::2]
print(xs)
w = 3.14159
name = "n"
print(f"{name}", f"{w:.2f}", f"{w:{5}.{2}}", f"{name!r:>6}", f"{name=}", f"{w=:.1f}", f"a{1}b{2}c", f"", f"{{}}", f"{'é'!a}")
print("a" "b", b"x\x00\xff", 1.5e300 * 1e10, 2j, ..., "é\n\t\\", "\ud800".encode("utf-8", "surrogatepass"))
print(min(3, 1, 2), max("a", "c", "b"), min([4, 2]), max(1, 2, key=lambda v: -v), abs(-3), len("abc"), str(5), repr("q"))
print(isinstance(1, (int, str)), type(1) is int, bool([]), hash(5), format(3.5, ".2f"), format(3), next(iter([7])))
print(1, 2, sep="-", end="!\n")
print(sep="x")
print(*[1, 2], sep=", ")
print("none", sep=None, end=None)


class A:
    value = 1


o = A()
o.value += 5
o.other = o.value
print(o.value, A.value, o.other)
del o.value
print(o.value)
first = second = []
first.append(1)
print(second)
z: int = 3
y: "unused"
print(z)
s = 0
for p, (q, r) in [(1, (2, 3)), (4, (5, 6))]:
    s += p * q * r
print(s)
for o.value in range(3):
    pass
print(o.value)
big = 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1
print(big if big else None, (lambda: (yield))().__next__())
