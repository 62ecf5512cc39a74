# test: lang
# dict and its subclasses, set and frozenset compare with each other.
from collections import Counter, OrderedDict, defaultdict

plain = {"b": 2, "a": 1}
ordered = OrderedDict([("a", 1), ("b", 2)])
default = defaultdict(int, {"a": 1, "b": 2})
print(plain == ordered, ordered == plain, plain == default, default == plain, ordered == default, default == ordered)
print(plain != ordered, default != plain, plain == OrderedDict([("a", 1)]))
counter = Counter({"a": 1, "b": 2})
print(plain == counter, counter == plain, counter == default, counter == Counter({"a": 1, "b": 2, "c": 0}))
print({"a": 1} == Counter({"a": 1, "b": 0}), Counter({"a": 1, "b": 0}) == {"a": 1})
print({1, 2} == frozenset([2, 1]), frozenset([2, 1]) == {1, 2}, {1} != frozenset([1]), {1} <= frozenset([1, 2]))
print({1, 2} == frozenset([3, 1]), [1] == [1], {1: [2]} == {1: [2]})
