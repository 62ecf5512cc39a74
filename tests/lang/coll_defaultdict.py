# test: lang
# defaultdict: factories of all kinds, repr, what does not call the factory.
from collections import defaultdict

counts = defaultdict(int)
for word in "the cat the dog the end".split():
    counts[word] += 1
print(counts, counts["the"], counts["none"], len(counts))
print(counts.get("other"), "other" in counts, counts.pop("none"), sorted(counts.items()))
groups = defaultdict(list)
for word in ["apple", "bean", "avocado", "beet", "corn"]:
    groups[word[0]].append(word)
for letter in sorted(groups):
    print(letter, groups[letter])
print(groups)
graph = defaultdict(set)
for x, y in [(1, 2), (2, 3), (1, 2), (3, 1)]:
    graph[x].add(y)
print(graph[1], graph[9], graph == {1: {2}, 2: {3}, 3: {1}, 9: set()})
tree = defaultdict(lambda: defaultdict(int))
tree["a"]["x"] += 1
tree["a"]["y"] += 2
tree["b"]["x"] = 5
for k, v in tree.items():
    print(k, dict(v), v)
names = defaultdict(lambda: "?", {1: "one"})
print(names[1], names[2], dict(names))


class Node:
    def __init__(self):
        self.hits = 0


nodes = defaultdict(Node)
nodes["p"].hits += 3
print(nodes["p"].hits, nodes["q"].hits, list(nodes))
plain = defaultdict(None, {"k": 1})
try:
    print(plain["k"], plain["missing"])
except KeyError as e:
    print("KeyError", e)
print(plain, defaultdict(float), defaultdict(str)["x"] == "")
copied = counts.copy()
copied["new"] += 1
print("new" in counts, copied["new"], len(copied))
del counts["the"]
counts.update({"z": 5})
print(list(counts), list(counts.values()), counts.setdefault("w", 4))
