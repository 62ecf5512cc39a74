# test: lang
# Displays with starred items of every kind, and items between and behind them.
def gen(n):
    for i in range(n):
        yield i * 2


def around(a, b):
    return [*a, 1, *b, 2, 3]


class Odd(list):
    def __iter__(self):
        return iter([9, 8, 7])


class Change:
    def __init__(self, items):
        self.items = items

    def clear(self):
        self.items.clear()
        return -1


print(around([], []), around([5], [6, 7]), around(list(range(20)), []), around([], list(range(9))))
print([*gen(3)], [*gen(30), 4, 5], [1, *gen(2), *gen(9), 7], [*gen(5), *gen(6), *gen(7), 1, 2, 3, 4, 5])
print([*"abc", "d"], [*{1: 2, 3: 4}], [*{5}, 6], [*b"xy", 0], [*range(3), *range(10, 5, -2)])
print([0, *Odd([1, 2]), 3], max([*gen(10), 100]), sum([*range(10), *range(5), 4]))
print([*(1, 2), *(3,)], [*([x] for x in (1, 2)), [3]], [*zip("ab", (1, 2)), ("c", 3)])
items = [1, 2, 3]
change = Change(items)
print([*items, change.clear(), *items, 4], items)
all = [*gen(3), 5]
all.append(6)
all += [7, 8]
print(all, len(all), all.pop(), all.pop(0), all)
nested = [*[*[*gen(2), 1], 2], 3]
print(nested, [*nested, *nested][4:])
