# test: lang
# match on sequences and mappings, stars, nesting.


def f(xs):
    match xs:
        case []:
            return "empty"
        case [x]:
            return "one " + str(x)
        case [1, 2, *rest]:
            return "12 " + str(rest)
        case [first, *_, last] if first == last:
            return "same ends " + str(first)
        case [*init, 0]:
            return "ends in 0 " + str(init)
        case [a, b]:
            return "two " + str(a + b)
        case _:
            return "many"


print([f(x) for x in ([], [5], [1, 2, 3, 4], [7, 8, 7], [5, 6, 0], [3, 4], [1, 3, 5], [1, 2])])


def cmd(line):
    match line.split():
        case ["go", ("north" | "south") as d]:
            return "go " + d
        case ["get", thing, *more]:
            return "get " + thing + " " + str(len(more))
        case ["quit" | "exit"]:
            return "bye"
        case [x, y, z]:
            return x + y + z
        case _:
            return "?"


print([cmd(c) for c in ("go north", "go up", "get lamp now", "exit", "a b c", "")])


def m(d):
    match d:
        case {"type": "x", "v": v}:
            return "x " + v
        case {"type": t, **rest}:
            return t + str(sorted(rest))
        case {}:
            return "none"


print(m({"type": "x", "v": "1"}), m({"type": "y", "q": "2"}), m({"a": "b"}), m({}))


def t(p):
    match p:
        case (0, 0):
            return "origin"
        case (0, y):
            return "y " + str(y)
        case (x, 0):
            return "x " + str(x)
        case (x, y):
            return str(x * y)


print(t((0, 0)), t((0, 3)), t((4, 0)), t((4, 5)))
match [[1, 2], [3, 4]]:
    case [[a, b], [c, d]]:
        print(a * d - b * c)
