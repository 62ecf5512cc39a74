# test: lang
# A subclass of list with an __iter__ of its own is iterated by that wherever CPython asks for an exact list.
class Countdown(list):
    def __iter__(self):
        return iter([7, 8])


class Plain(list):
    pass


items = Countdown([1, 2, 3])
print(list(items), sorted(items), sum(items), tuple(items), set(items), [*items], [0, *items], (*items,), max(items))
for x in items:
    print(x)
first, second = items
print(first, second, items, len(items), items[0], items == [1, 2, 3], 7 in items)
print(",".join(map(str, items)), list(reversed(items)), list(enumerate(items)), list(zip(items, items)))
more = [0]
more.extend(items)
print(more)
more += items
print(more)
more[1:3] = items
print(more, more + items, items + more)
more[:2] = Plain([4, 5, 6])
print(more, list(Plain([1])), [*Plain([2, 3])])


class Words(list):
    def __iter__(self):
        yield "x"
        yield "y"


words = Words(["a", "b", "c"])
print("-".join(words), words, "-".join(Plain(["p", "q"])), "+".join(list(words)))
a, *rest = words
print(a, rest, dict.fromkeys(words, 1))
