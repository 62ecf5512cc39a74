# test: lang
# Containers of the library cannot be hashed; a subclass of a list can if it says how.
from array import array
from collections import ChainMap, OrderedDict, defaultdict, deque


class Row(list):
    def __hash__(self):
        return len(self)


class Long(Row):
    def head(self):
        return self[0]


def keyed(x):
    try:
        return str(len({x: 0}))
    except TypeError as error:
        return str(error)


def hashed(x):
    try:
        return str(hash(x))
    except TypeError as error:
        return str(error)


print(keyed(OrderedDict([(1, 2)])))
print(keyed(defaultdict(int)))
print(keyed(deque([1])))
print(keyed(ChainMap({1: 2})))
print(keyed(array("i", [1])))
print(hashed(Row([1, 2])))
print(hashed(Long([1, 2])))
for ordered in (None, OrderedDict([(1, 2)])):
    print(keyed(ordered))
