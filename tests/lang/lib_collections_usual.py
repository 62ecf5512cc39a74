# test: lang
# Counter, defaultdict, deque, OrderedDict and namedtuple in ordinary use.
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple

c = Counter("mississippi")
print(c, c["s"], c["z"], c.most_common(2), sum(c.values()), sorted(c.elements())[:4], len(c))
c.update("sip")
c["m"] -= 5
print(c, +c, c - Counter("ssss"), Counter(a=1) + Counter(a=2, b=1), Counter("aab") & Counter("abb"), Counter("aab") | Counter("abb"))
groups = defaultdict(list)
for word in "apple avocado banana blueberry cherry".split():
    groups[word[0]].append(word)
print(dict(groups), groups["z"], len(groups), "q" in groups)
nested = defaultdict(lambda: defaultdict(int))
nested["a"]["x"] += 1
nested["a"]["y"] += 2
print({k: dict(v) for k, v in nested.items()})
q = deque([1, 2, 3], maxlen=3)
q.append(4)
q.appendleft(0)
q.rotate(1)
print(q, q[0], q[-1], list(reversed(q)), q.pop(), q.popleft(), len(q), 0 in q)
q.extend([5, 6])
q.extendleft([7])
print(q, q.count(5), q.index(5))
od = OrderedDict([("b", 1), ("a", 2)])
od.move_to_end("b")
od["c"] = 3
print(od, list(od), od.popitem(last=False), od == {"b": 1, "c": 3})
Point = namedtuple("Point", "x y")
p = Point(1, y=2)
print(p, p.x + p.y, p._replace(x=5), p._asdict(), Point._fields, p == (1, 2), [*p], p[0], Point._make([3, 4]))
x, y = p
Circle = namedtuple("Circle", ["centre", "r"], defaults=[1.5])
print(x, y, Circle(p), Circle(p, 2).centre.x, sorted([Point(2, 1), Point(1, 9)]))
