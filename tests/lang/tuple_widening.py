# test: lang
# Tuples that library functions give meet tuples of other numbers.


def ratio(x):
    if x is None:
        return None
    return x.as_integer_ratio() if isinstance(x, float) else (x, None)


for x in (1, 2.5, None, True, -7.25):
    try:
        print(divmod(x, 3))
    except TypeError as e:
        print(e)
    print(ratio(x))
pairs = [divmod(7, 2), divmod(7.5, 2), divmod(-7, 2), (None, True)]
pairs.append({1: 2}.popitem())
pairs.append((1.5).as_integer_ratio())
print(pairs, [(3).as_integer_ratio(), (0.5, False)][0], [*enumerate([1]), (None, None)])
