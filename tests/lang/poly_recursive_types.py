# test: lang
# Types that contain themselves: nested lists in instances, JSON-like trees, expression trees.


class Value:
    def text(self):
        return "?"


class Leaf(Value):
    def __init__(self, x):
        self.x = x

    def text(self):
        return str(self.x)


class Many(Value):
    def __init__(self, items):
        self.items = items

    def text(self):
        return "[" + ", ".join([i.text() for i in self.items]) + "]"


class Table(Value):
    def __init__(self):
        self.entries = {}

    def put(self, k, v):
        self.entries[k] = v
        return self

    def text(self):
        return "{" + ", ".join([k + ": " + v.text() for k, v in self.entries.items()]) + "}"


def count(v):
    if isinstance(v, Many):
        return 1 + sum([count(i) for i in v.items])
    if isinstance(v, Table):
        return 1 + sum([count(i) for i in v.entries.values()])
    return 1


tree = Many([Leaf(1), Many([]), Table().put("a", Leaf(2)).put("b", Many([Leaf(3)])), Value()])
print(tree.text(), count(tree), len(tree.items))


def parse(text, i):
    if text[i] == "[":
        items = []
        i += 1
        while text[i] != "]":
            item, i = parse(text, i)
            items.append(item)
            if text[i] == ",":
                i += 1
        return Many(items), i + 1
    j = i
    while text[j].isdigit():
        j += 1
    return Leaf(int(text[i:j])), j


value, end = parse("[1,[22,[]],3]", 0)
print(value.text(), end, count(value))
