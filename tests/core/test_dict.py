"""dict, set and frozenset against CPython's, order included: random calls on both, compared step by step."""
import random
import unittest

from core import load, outcome, shown

dict_ = load("dict").dict
set_ = load("set").set
frozenset_ = load("set").frozenset
set_display = load("set").set_display


def random_key(r, strings):
    n = r.choice([r.randrange(8), r.randrange(40), r.randrange(-5, 5) * 2**60, r.randrange(100000)])
    return str(n) if strings else n


class Dicts(unittest.TestCase):
    def test_calls(self):
        r = random.Random(1)
        for i in range(120):
            mine, theirs = dict_(), {}
            for _ in range(r.choice([30, 30, 400])):
                k, v = random_key(r, i % 2), r.randrange(3)
                name, *args = r.choice([("__setitem__", k, v)] * 4 + [("__getitem__", k), ("__delitem__", k), ("__contains__", k), ("get", k), ("get", k, v), ("pop", k), ("pop", k, v),
                                        ("setdefault", k, v), ("__len__",), ("__repr__",)] + [("popitem",), ("popitem",), ("clear",), ("copy",)][: r.randrange(5)])
                mine_result, theirs_result = outcome(getattr(mine, name), *args), outcome(getattr(theirs, name), *args)
                self.assertEqual(mine_result, theirs_result, (theirs, name, args))
                self.assertEqual(list(mine), list(theirs))
            self.assertEqual(list(mine.items()), list(theirs.items()))
            self.assertEqual(list(mine.values()), list(theirs.values()))
            self.assertEqual(list(mine.__reversed__()), list(reversed(theirs)))
            for view in "keys", "values", "items":
                self.assertEqual(shown(getattr(mine, view)().__repr__()), shown(repr(getattr(theirs, view)())))

    def test_popitem_forever(self):
        mine = dict_()
        for i in range(10000):
            mine[i * 64] = i
            self.assertEqual(mine.popitem(), (i * 64, i))
            self.assertEqual(mine.get(i), None)

    def test_whole(self):
        r = random.Random(2)
        for _ in range(300):
            a, b = ({random_key(r, 0): r.randrange(3) for _ in range(r.randrange(20))} for _ in range(2))
            x, y = dict_(a.items()), dict_(b.items())
            self.assertEqual(list((x | y).items()), list((a | b).items()))
            x.update(y)
            a.update(b)
            self.assertEqual(list(x.items()), list(a.items()))
            self.assertEqual(x == y, a == b)
            self.assertTrue(x == dict_(list(a.items())[::-1]))
        self.assertEqual(list(dict_.fromkeys("abc", 1).items()), [("a", 1), ("b", 1), ("c", 1)])

    def test_changes_during_iteration(self):
        def grow(d):
            for k in d:
                d[k + 1] = 0

        def swap(d):
            for k in d:
                del d[k]
                d[k + 100] = 0

        for change in grow, swap:
            for size in 1, 3:
                self.assertEqual(outcome(change, dict_((i * 7, 0) for i in range(size))), outcome(change, {i * 7: 0 for i in range(size)}), change)
        mine = dict_([(1, 2)])
        it = iter(mine)
        next(it)
        self.assertRaises(StopIteration, next, it)
        mine[5] = 6
        self.assertRaises(StopIteration, next, it)


class Sets(unittest.TestCase):
    def test_calls(self):
        r = random.Random(3)
        for i in range(150):
            mine, theirs = set_(), set()
            for _ in range(r.choice([30, 30, 500])):
                k = random_key(r, i % 2)
                other = [random_key(r, i % 2) for _ in range(r.randrange(8))]
                name, *args = r.choice([("add", k)] * 6 + [("discard", k), ("remove", k), ("__contains__", k), ("__len__",), ("pop",)])
                if r.random() < 0.1:
                    name, *args = r.choice([("update", other), ("difference_update", other), ("intersection_update", other), ("symmetric_difference_update", other)])
                elif r.random() < 0.02:
                    name, args = "clear", []
                self.assertEqual(outcome(getattr(mine, name), *args), outcome(getattr(theirs, name), *args), (theirs, name, args))
                self.assertEqual(list(mine), list(theirs), (name, args))
            self.assertEqual(shown(mine.__repr__()), shown(repr(theirs)))

    def test_operators(self):
        r = random.Random(4)
        names = ["__or__", "__and__", "__sub__", "__xor__", "__ior__", "__iand__", "__isub__", "__ixor__"]
        for i in range(1500):
            kind, real = r.choice([(set_, set), (frozenset_, frozenset)])
            a, b = ([random_key(r, i % 2) for _ in range(r.choice([0, 2, 5, 12, 40]))] for _ in range(2))
            b += r.sample(a, r.randrange(len(a) + 1))
            for name in names if kind is set_ else names[:4]:
                x, y = kind(a), real(a)
                x, y = getattr(x, name)(set_(b)), getattr(y, name)(set(b))
                self.assertEqual(list(x), list(y), (name, a, b))
            for name in "union", "intersection", "difference", "symmetric_difference":
                self.assertEqual(list(getattr(kind(a), name)(b)), list(getattr(real(a), name)(b)), (name, a, b))
                self.assertEqual(list(getattr(kind(a), name)(kind(b))), list(getattr(real(a), name)(real(b))), (name, a, b))
            for name in "__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__", "issubset", "issuperset", "isdisjoint":
                self.assertEqual(getattr(kind(a), name)(kind(b)), getattr(real(a), name)(real(b)), (name, a, b))
            self.assertEqual(list(kind(kind(a))), list(real(real(a))))
            self.assertEqual(list(set_(dict.fromkeys(a))), list(set(dict.fromkeys(a))))
            self.assertEqual(hash(frozenset_(a)), hash(frozenset(a)))
        self.assertEqual(list(set_display((10, 3, 1, 33, 64))), list({10, 3, 1, 33, 64}))

    def test_displays(self):
        r = random.Random(5)
        for _ in range(300):
            items = [random_key(r, 0) for _ in range(r.randrange(3, 60))]
            self.assertEqual(list(set_display(items)), list(eval("{" + ", ".join(map(repr, items)) + "}")), items)


if __name__ == "__main__":
    unittest.main()
