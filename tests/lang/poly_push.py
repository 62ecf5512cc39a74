# test: lang
# One push for lists that are empty at the call.


def push(xs, v):
    xs.append(v)


def put(d, k, v):
    d[k] = v
    return d


def fill(xs, v, n):
    for _ in range(n):
        push(xs, v)
    return xs


ints = []
strs = []
push(ints, 1)
push(strs, "x")
push(ints, 2)
push(strs, "y")
print(ints, strs, ints[0] + 1, strs[0] + "!", sum(ints), "".join(strs))
print(put({}, "a", 1), put({}, 1, "a"), put({}, (1, 2), [3]), put({}, "k", None))
print(fill([], 1.5, 2), fill([], (1, "t"), 1), fill([], [0], 2), fill([], None, 2), fill([], True, 1), fill([], "s", 0))
lists = [[], []]
push(lists[0], 5)
push(lists, [6])
print(lists)
