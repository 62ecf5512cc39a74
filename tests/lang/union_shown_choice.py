# test: lang
# What is only shown may have a type of its own on each side of a conditional expression.
import math


def show(d, xs):
    print("unreachable" if d == math.inf else d, end="; ")
    print(1, d if d < 5 else "big", xs or "none", sep="|")
    print(f"<{d if d < 5 else '-':>6}> [{xs[0] if xs else 'empty'}] {len(xs) or 'no'} items {xs or 'nothing'!r}")


for d in [3, 7.5, math.inf]:
    show(d, [d] if d > 4 else [])
xs = [1, 2]
print(xs if len(xs) > 1 else "short", xs.pop(), len(xs))


class A:
    def __init__(self, n):
        self.n = n

    def __str__(self):
        print("(str)", end="")
        return f"A{self.n}"

    def __bool__(self):
        return self.n > 1


for i in range(3):
    a = A(i)
    print("start", a if i else "zero", "mid", "x" if i == 0 else 1.5 if i == 1 else [i], a or "falsy")
    print(f"{a or 'falsy'} {None if i else 'first'} {'even' if i % 2 == 0 else i}")


def total(items):
    return sum(items) if items else None


print(total([1, 2]) or "n/a", total([]) or "n/a", total([0]) or "zero")
names = {"a": 1}
for k in "ab":
    print(k, names[k] if k in names else "missing", names.get(k) or "?", f"{names.get(k) or '-'}")
try:
    print("before", 1 // 0 if names else "x")
except ZeroDivisionError as e:
    print(e)
