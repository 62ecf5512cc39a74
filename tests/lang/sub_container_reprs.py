# test: lang
# Subclasses of containers: reprs name the class where CPython's do; classes share no items.
from collections import ChainMap, Counter, OrderedDict, defaultdict, deque


class Bag(set):
    pass


class Frozen(frozenset):
    pass


class Row(list):
    pass


class Table(dict):
    pass


class Counts(Counter):
    pass


class Groups(defaultdict):
    pass


class Window(deque):
    pass


class Recent(OrderedDict):
    def __init__(self, capacity):
        super().__init__()
        self.capacity = capacity

    def use(self, key, make):
        if key in self:
            self.move_to_end(key)
            return self[key]
        value = self[key] = make(key)
        if len(self) > self.capacity:
            old, _ = self.popitem(last=False)
            print("drop", old)
        return value


class Scopes(ChainMap):
    pass


class Buffer(bytearray):
    pass


print(Bag(), Bag([1]), {1} | {2}, [Bag("x")], str(Bag([3])), f"{Bag([4])!r:>12}")
print(Frozen(), Frozen([1]), frozenset("a"))
print(Row(), Row([1, 2]), Row([Row("a")]))
print(Table(), Table(a=1), Table([("k", [1])]))
print(Counts(), Counts("abca"), Counts("aab").most_common(1))
groups = Groups(list)
groups["x"].append(1)
groups["y"].append(2)
print(groups, len(groups), isinstance(groups, dict))
window = Window([1, 2], maxlen=2)
window.append(3)
print(window, Window("ab"), deque([1]))
recent = Recent(2)
for key in "abcabbc":
    print(key, recent.use(key, str.upper), list(recent))
print(recent, dict(recent), Recent(3))
print(Scopes({"a": 1}, {"b": 2}), Scopes())
print(Buffer(b"ab"), bytearray(b"cd"))
print({1} == Bag([1]), Bag([1]) == {1}, Row([1]) == [1], Table(a=1) == {"a": 1}, Frozen([1]) == {1})
inside = Bag()
pair = [inside, {5}]
print(pair)
