# test: lang
# x = None, then a string, list or instance.


class Item:
    def __init__(self, name):
        self.name = name
        self.parent = None
        self.tags = None

    def tag(self, t):
        if self.tags is None:
            self.tags = []
        self.tags.append(t)
        return self

    def path(self):
        if self.parent is None:
            return self.name
        return self.parent.path() + "/" + self.name


root = Item("root")
leaf = Item("leaf")
leaf.parent = root
print(root.path(), leaf.path(), root.tags, leaf.tag("x").tag("y").tags, root.parent, leaf.parent is root)
name = None
for w in ["", "b", "a"]:
    if w and (name is None or w < name):
        name = w
print(name, name == "a", name != None, [name, None], {"n": name}, (None, name), f"{name}", name or "none")
longest = None
for xs in ([1], [1, 2], []):
    if longest is None or len(xs) > len(longest):
        longest = xs
print(longest)


def find(items, name):
    for i in items:
        if i.name == name:
            return i
    return None


found = find([root, leaf], "leaf")
print(found.name if found else "-", find([root], "q"), find([], "q") is None, found == leaf, find([root], "x") == root)
words = [None, "a", None]
print(words, [w.upper() if w else "?" for w in words], words.count(None), words.index("a"), None in words)
cache = {"a": None, "b": "x"}
print(cache, cache["a"], cache.get("c"), [k for k, v in cache.items() if v is None])
try:
    print(find([], "z").name)
except AttributeError as e:
    print("AttributeError:", e)
try:
    print(len(cache["a"]))
except TypeError as e:
    print("TypeError:", e)
