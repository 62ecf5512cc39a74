# test: lang
# map, filter, fold, memo, groupby by hand over different types.


def my_map(f, xs):
    out = []
    for x in xs:
        out.append(f(x))
    return out


def my_filter(p, xs):
    return [x for x in xs if p(x)]


def fold(f, start, xs):
    for x in xs:
        start = f(start, x)
    return start


def partition(p, xs):
    yes, no = [], []
    for x in xs:
        (yes if p(x) else no).append(x)
    return yes, no


def unique(xs):
    seen = {}
    for x in xs:
        seen[x] = True
    return list(seen)


def zip2(xs, ys):
    return [(xs[i], ys[i]) for i in range(min(len(xs), len(ys)))]


def flatten(xss):
    return [x for xs in xss for x in xs]


def index_by(f, xs):
    return {f(x): x for x in xs}


print(my_map(lambda x: x + 1, [1, 2]), my_map(str, [1, 2]), my_map(len, ["a", "bb"]), my_map(lambda s: s.upper(), "ab"), my_map(abs, []))
print(my_filter(lambda x: x > 1, [1, 2, 3]), my_filter(lambda s: s, ["", "a"]), my_filter(lambda x: x > 0.5, [0.1, 0.9]))
print(fold(lambda a, b: a + b, 0, [1, 2, 3]), fold(lambda a, b: a + b, "", ["x", "y"]), fold(lambda a, b: a + [b], [], "pq"))
print(fold(lambda a, b: a if a > b else b, 0.0, [1.5, 0.5]), fold(lambda n, s: n + len(s), 0, ["ab", "c"]))
print(partition(lambda x: x % 2, range(6)), partition(lambda s: s < "m", ["a", "z"]), unique([3, 1, 3]), unique("hello"))
print(zip2([1, 2], "ab"), zip2("xy", [1.5, 2.5]), flatten([[1], [2, 3]]), flatten([["a"], []]), flatten(["ab", "c"]), flatten([]))
print(index_by(len, ["a", "bbb"]), index_by(lambda x: x % 10, [11, 25]), index_by(str, [1, 2]))
