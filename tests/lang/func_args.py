# test: lang
# Defaults, keywords, their order of evaluation.


def f(a, b=2, c=3):
    return (a, b, c)


def note(x):
    print("eval", x, end="; ")
    return x


print(f(1), f(1, 5), f(1, c=9), f(b=7, a=8), f(1, 2, 4), f(c=1, b=2, a=3))
print(f(note(1), c=note(2), b=note(3)))
print(f(b=note("b"), a=note("a")))


def only(a, *, key, other=5):
    return (a, key, other)


def pos(a, b, /, c):
    return (a, b, c)


def many(first, *rest):
    return (first, len(rest), sum(rest))


print(only(1, key=2), only(1, other=3, key=4), pos(1, 2, 3), pos(1, 2, c=3), many(1), many(1, 2, 3))
args = (4, 5)
print(f(*args), f(1, *args), f(*args, c=0), f(*[7, 8, 9]), many(*args))


def expression(x, y=1 + 2 * 3, z=len("abc")):
    return x + y + z


print(expression(0), expression(0, 0), expression(0, z=0))
g = f
print(g(1), (lambda a, b=10: a + b)(1), (lambda: "none")(), (lambda *a: len(a))(1, 2, 3))
