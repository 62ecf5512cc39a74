# test: lang
# The same function is used on ints, floats, strings, lists and instances.


class Money:
    def __init__(self, n):
        self.n = n

    def __add__(self, other):
        return Money(self.n + other.n)

    def __lt__(self, other):
        return self.n < other.n

    def __str__(self):
        return f"${self.n}"


def add(a, b):
    return a + b


def biggest(xs):
    best = xs[0]
    for x in xs[1:]:
        if best < x:
            best = x
    return best


def total(xs, start):
    for x in xs:
        start = add(start, x)
    return start


def show(x):
    return "<" + str(x) + ">"


print(add(1, 2), add(1.5, 2), add("a", "b"), add([1], [2]), add(Money(1), Money(2)), add((1,), ("x",)), add(True, True))
print(biggest([3, 9, 2]), biggest([0.5, 0.25]), biggest("hello"), biggest([[1], [2, 0]]), biggest([Money(5), Money(3)]))
print(total([1, 2], 0), total([0.5], 0), total("abc", ""), total([[1], [2]], []), total([Money(1), Money(2)], Money(0)))
print(show(1), show("s"), show([1]), show(None), show(Money(3)), show((1, "x")), show({}))


def length(x):
    return len(x) * 2


def contains(c, x):
    return x in c


print(length("ab"), length([1]), length({}), length((1, 2)), length(range(5)))
print(contains("abc", "b"), contains([1], 2), contains({"k": 1}, "k"), contains((1, 2), 2), contains(range(3), 5))
