# test: lang
# Small polymorphic helpers: swap, identity, first, twice, compose, reverse.


def swap(xs, i, j):
    xs[i], xs[j] = xs[j], xs[i]


def identity(x):
    return x


def first(xs):
    return xs[0]


def twice(f, x):
    return f(f(x))


def compose(f, g, x):
    return f(g(x))


def reverse(xs):
    i, j = 0, len(xs) - 1
    while i < j:
        swap(xs, i, j)
        i += 1
        j -= 1
    return xs


def inc(x):
    return x + 1


def wrap(x):
    return [x]


a, b, c = [1, 2, 3], ["x", "y"], [1.5, 2.5]
swap(a, 0, 2)
swap(b, 0, 1)
swap(c, 0, -1)
print(a, b, c, reverse(a), reverse(list("abcd")), reverse([]), reverse([(1, 2), (3, 4)]))
print(identity(5) + 1, identity("s") + "t", identity([1]) + [2], identity(None), identity(identity)(3), identity(2.5))
print(first([7]) + 1, first("abc") + "d", first((2.5, "x")), first([[1]])[0], first(["q"]))
print(twice(inc, 5), twice(inc, 0.5), twice(str.upper, "a"), twice(lambda s: s + s, "ab"), twice(lambda xs: xs + [0], []))
print(compose(len, str, 1234), compose(str, len, "abc") + "!", compose(wrap, inc, 1), compose(first, wrap, "w"), compose(inc, first, [9]))


def sign(x):
    return (x > 0) - (x < 0)


def clip(x, low, high):
    return low if x < low else high if x > high else x


print(sign(-3), sign(2.5), sign(0), clip(5, 1, 3), clip(0.5, 1.0, 3.0), clip("m", "a", "k"), clip((2, 2), (0, 0), (9, 9)))
