# test: lang
# if/elif/else, and/or/not values, conditional expressions, short circuits.


def t(name, value):
    print(name, end=" ")
    return value


print(t("a", True) and t("b", False) or t("c", True))
print(t("a", False) and t("b", True) or t("c", False))
print(not t("a", 0) and not t("b", 0), t("x", 1) if t("c", False) else t("y", 2))
print(t("a", 1) < t("b", 2) < t("c", 2) < t("d", 9))


def grade(n):
    if n >= 90:
        return "A"
    elif n >= 80:
        return "B"
    elif n >= 70 and n != 75:
        return "C"
    elif n == 75 or n < 0:
        return "?"
    else:
        return "F"


print([grade(n) for n in (95, 85, 75, 71, 10, -5)])
print("" or "last", "x" and "y", 0 or 5, 3 and 0)
for a in (True, False):
    for b in (True, False):
        print(a and b, a or b, not a, a == b, a != b, a and not b, not (a or b), (a or b) and not (a and b), end="; ")
    print()
x = 5
y = "small" if x < 3 else "medium" if x < 8 else "large"
z = x if x else None
print(y, z, "a" if not x else "b", (1 if x else 2) + (10 if not x else 20))
xs = []
print("empty" if not xs else "full", len(xs) and xs[0], xs or [0])
if x > 3 and (x < 4 or x == 5) and not (x == 6):
    print("yes")
if x == 1: print("one")
elif x == 5: print("five"); print("twice")
