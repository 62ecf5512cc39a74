"""list, its sort, and range against CPython's: random calls on both, compared step by step."""
import math
import random
import unittest

from core import load, outcome, shown

list_ = load("list").list
range_ = load("range").range


def as_list(mine):
    return [mine[i] for i in range(len(mine))]


def random_index(r):
    return None if r.random() < 0.3 else r.randrange(-12, 12)


def random_call(r):
    """A method and its arguments."""
    x, i = r.randrange(5), r.randrange(-9, 9)
    return r.choice([("append", x), ("append", x), ("append", x), ("insert", i, x), ("pop",), ("pop", i), ("remove", x), ("index", x), ("index", x, i), ("index", x, 1, i),
                     ("count", x), ("reverse",), ("clear",), ("sort",), ("copy",), ("__contains__", x), ("__len__",), ("__getitem__", i), ("__setitem__", i, x), ("__delitem__", i),
                     ("__mul__", i // 2), ("__imul__", i // 3), ("__repr__",)])


class Lists(unittest.TestCase):
    def test_calls(self):
        r = random.Random(1)
        for _ in range(200):
            mine, theirs = list_(), []
            for _ in range(60):
                name, *args = random_call(r)
                if len(theirs) > 100:
                    name, args = "clear", []
                self.assertEqual(self.result(mine, name, args), self.result(theirs, name, args), (theirs, name, args))
                self.assertEqual(as_list(mine), theirs, (name, args))

    def result(self, items, name, args):
        text = outcome(getattr(items, name), *args)
        return text.split(" at 0x")[0] if name != "__imul__" else ""

    def test_slices(self):
        r = random.Random(2)
        for _ in range(6000):
            theirs = [r.randrange(9) for _ in range(r.randrange(12))]
            mine = list_(theirs)
            bounds = random_index(r), random_index(r), r.choice([None, 1, 2, 3, -1, -2, 0, 100])
            self.assertEqual(outcome(mine.__getslice__, *bounds), outcome(lambda: theirs[slice(*bounds)]))
            values = [r.randrange(9) for _ in range(r.randrange(5))]
            if r.random() < 0.5:
                self.assertEqual(outcome(mine.__setslice__, *bounds, list_(values)), outcome(theirs.__setitem__, slice(*bounds), values))
            else:
                self.assertEqual(outcome(mine.__delslice__, *bounds), outcome(theirs.__delitem__, slice(*bounds)))
            self.assertEqual(as_list(mine), theirs, (bounds, values))

    def test_operators(self):
        r = random.Random(3)
        for _ in range(1500):
            a, b = ([r.randrange(3) for _ in range(r.randrange(5))] for _ in range(2))
            for name in "__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__", "__add__":
                self.assertEqual(outcome(getattr(list_(a), name), list_(b)), outcome(getattr(a, name), b))
        same = list_([1, 2])
        same.extend(same)
        same.__setslice__(1, 1, None, same)
        self.assertEqual(as_list(same), [1, 1, 2, 1, 2, 2, 1, 2])
        inner = list_([1])
        inner.append(inner)
        self.assertEqual(str(inner.__repr__()), "[1, [...]]")
        self.assertEqual(list(list_([1, 2, 3]).__reversed__()), [3, 2, 1])


class Item:
    """Counts comparisons, which must be the same ones as CPython's."""

    log = []

    def __init__(self, key, number):
        self.key = key
        self.number = number

    def __lt__(self, other):
        Item.log.append((self.number, other.number))
        return self.key < other.key


class Sorting(unittest.TestCase):
    def compare(self, keys):
        items = [Item(key, number) for number, key in enumerate(keys)]
        mine = list_(items)
        Item.log = theirs_log = []
        theirs = sorted(items)
        Item.log = mine_log = []
        mine.sort()
        self.assertEqual([x.number for x in as_list(mine)], [x.number for x in theirs])
        self.assertEqual(mine_log, theirs_log)

    def test_same_comparisons(self):
        r = random.Random(4)
        for size in list(range(70)) + [127, 128, 200, 500, 1000, 2000]:
            self.compare([r.randrange(1000000) for _ in range(size)])
            self.compare([r.randrange(5) for _ in range(size)])
            self.compare(sorted(r.randrange(100) for _ in range(size)))
            self.compare(sorted((r.randrange(100) for _ in range(size)), reverse=True))
            half = size // 2
            self.compare(sorted(r.random() for _ in range(half)) + sorted(r.random() for _ in range(size - half)))
            runs = []
            while len(runs) < size:
                runs += sorted(r.randrange(10000) for _ in range(r.randrange(1, 150)))
            self.compare(runs)
            self.compare([r.choice([math.nan, 1.0, 2.0, 3.0]) for _ in range(size)])

    def test_keys_and_reverse(self):
        r = random.Random(5)
        for size in 0, 1, 2, 3, 10, 65, 100, 700:
            items = [(r.randrange(20), i) for i in range(size)]
            for reverse in False, True:
                mine = list_(items)
                mine.sort(key=lambda x: x[0], reverse=reverse)
                self.assertEqual(as_list(mine), sorted(items, key=lambda x: x[0], reverse=reverse))

    def test_exceptions_and_changes(self):
        r = random.Random(6)
        for size in 10, 300:
            for stop in range(0, 1500, 97):
                mine = list_(r.randrange(1000) for _ in range(size))
                before = sorted(as_list(mine))
                calls = [0]

                class Breaking(int):
                    def __lt__(self, other):
                        calls[0] += 1
                        if calls[0] > stop:
                            raise ZeroDivisionError
                        return int.__lt__(self, other)

                mine = list_(Breaking(x) for x in as_list(mine))
                outcome(mine.sort)
                self.assertEqual(sorted(map(int, as_list(mine))), before)
        mine = list_([3, 1, 2])
        self.assertEqual(outcome(lambda: mine.sort(key=lambda x: mine.append(x) or x)), "ValueError: list modified during sort")
        self.assertEqual(as_list(mine), [1, 2, 3])


class Ranges(unittest.TestCase):
    def test_ranges(self):
        r = random.Random(7)
        for _ in range(3000):
            args = [r.randrange(-20, 20) for _ in range(r.randrange(1, 4))]
            self.assertEqual(outcome(lambda: range_(*args).__repr__()), outcome(lambda: range(*args).__repr__()), args)
            if len(args) == 3 and args[2] == 0:
                continue
            mine, theirs = range_(*args), range(*args)
            self.assertEqual(len(mine), len(theirs))
            self.assertEqual(list(mine), list(theirs))
            self.assertEqual(list(mine.__reversed__()), list(reversed(theirs)))
            i = r.randrange(-25, 25)
            self.assertEqual(outcome(mine.__getitem__, i), outcome(theirs.__getitem__, i))
            self.assertEqual(i in mine, i in theirs)
            self.assertEqual(outcome(mine.index, i), outcome(theirs.index, i))
            self.assertEqual(hash(mine), hash(theirs))
            bounds = random_index(r), random_index(r), r.choice([None, 1, 2, -1, -3])
            self.assertEqual(shown(mine.__getslice__(*bounds).__repr__()), repr(repr(theirs[slice(*bounds)])))
        ends = -(2**63), 2**63 - 1
        self.assertEqual(list(range_(ends[1] - 2, ends[1])), list(range(ends[1] - 2, ends[1])))
        self.assertEqual(list(range_(*ends, ends[1])), list(range(*ends, ends[1])))


if __name__ == "__main__":
    unittest.main()
