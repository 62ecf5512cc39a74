# test: lang
# Containers of mixed numbers are equal where their items are.
def pick(i):
    if i == 0:
        return None
    return 2.5 if i == 1 else 1
for i in range(3):
    v = pick(i)
    print([v] == [2.5], (v,) == (2.5,), {v} == {2.5}, {v: 1} == {2.5: 1}, {1: v} == {1: 2.5}, [v] != [1], {v} <= {2.5}, {v} != {1})
    print({v} | {v}, [1, 2] == [1.0, 2.0], {1} == {1.0}, {1: 2} == {1.0: 2.0}, [True] == [1])
