# test: lang
# Functions in variables, lists, dicts, attributes; passing them on.


def add(a, b):
    return a + b


def mul(a, b):
    return a * b


def apply(f, *args):
    return f(args[0], args[1])


ops = {"+": add, "*": mul, "-": lambda a, b: a - b, "max": max}
for name, op in ops.items():
    print(name, op(3, 4), end=" ")
print(apply(add, 1, 2), apply(mul, 3, 4))
fs = [add, mul]
print([f(2, 5) for f in fs], fs[0] is add, fs[0] is fs[1], add.__name__)
f = add if len(fs) > 2 else mul
print(f(6, 7))


def fold(f, xs, start):
    for x in xs:
        start = f(start, x)
    return start


print(fold(add, [1, 2, 3], 0), fold(mul, [1, 2, 3], 1), fold(add, ["a", "b"], ""), fold(max, [3, 9, 2], 0))


def repeat(f, n, x):
    return x if n == 0 else repeat(f, n - 1, f(x))


print(repeat(lambda x: x * 2, 10, 1), repeat(lambda s: s + "!", 3, "hi"), list(map(str, [1, 2])), list(filter(None, [0, 1, 2])))
handler = None
print(handler is None)
handler = add
print(handler(1, 1), callable(handler))
table = [(add, "sum"), (mul, "product")]
for fn, title in table:
    print(title, fn(4, 5))
