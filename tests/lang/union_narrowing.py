# test: lang
# isinstance, is None and truth tests narrow a union.


def describe(v):
    if v is None:
        return "nothing"
    if isinstance(v, bool):
        return "yes" if v else "no"
    if isinstance(v, int):
        return "int " + str(v << 1)
    return f"float {v:.2f}"


print([describe(v) for v in [None, True, False, 3, 2.5, -0.0]])


def double(v):
    if isinstance(v, (int, float)) and v is not None:
        return v * 2
    return 0


print([double(v) for v in [1, 2.5, None, True]])


def total(xs):
    n = 0
    for x in xs:
        if x is None:
            continue
        n += x
    return n


print(total([1, None, 2]), total([None]), total([0.5, None, 1]), total([]))


def while_some(start):
    v = start
    steps = 0
    while v is not None:
        v = v - 1 if v > 0 else None
        steps += 1
    return steps


print(while_some(3), while_some(None), while_some(0))


def either(a, b):
    return a if a is not None else b if b is not None else -1


print(either(None, None), either(None, 2), either(1.5, 2), either(0, 1))
