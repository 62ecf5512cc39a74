# test: lang
# Recursion through data structures with None: trees, linked lists, graphs.


class Node:
    def __init__(self, value, left=None, right=None):
        self.value = value
        self.left = left
        self.right = right

    def insert(self, v):
        if v < self.value:
            if self.left:
                self.left.insert(v)
            else:
                self.left = Node(v)
        elif self.right is None:
            self.right = Node(v)
        else:
            self.right.insert(v)

    def depth(self):
        return 1 + max(self.left.depth() if self.left else 0, self.right.depth() if self.right else 0)

    def items(self):
        return (self.left.items() if self.left else []) + [self.value] + (self.right.items() if self.right else [])


root = Node(5)
for v in (3, 8, 1, 4, 9):
    root.insert(v)
print(root.items(), root.depth())


def mirror(n):
    return n and Node(n.value, mirror(n.right), mirror(n.left))


print(mirror(root).items())


class Link:
    def __init__(self, head, tail=None):
        self.head = head
        self.tail = tail

    def __iter__(self):
        return LinkIter(self)

    def __str__(self):
        return str(self.head) + (" -> " + str(self.tail) if self.tail else "")


class LinkIter:
    def __init__(self, at):
        self.at = at

    def __iter__(self):
        return self

    def __next__(self):
        if self.at is None:
            raise StopIteration
        v = self.at.head
        self.at = self.at.tail
        return v


l = Link(1, Link(2, Link(3)))
print(l, list(l), sum(l))


def reverse(l):
    prev = None
    while l is not None:
        l.tail, prev, l = prev, l, l.tail
    return prev


print(reverse(l))
graph = {"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []}


def paths(g, s, e, seen=()):
    if s == e:
        return [[e]]
    return [[s] + p for n in g[s] for p in paths(g, n, e)]


print(paths(graph, "a", "d"))


def dfs(n, seen=None):
    if seen is None:
        seen = set()
    seen.add(n)
    for m in graph[n]:
        if m not in seen:
            dfs(m, seen)
    return seen


print(sorted(dfs("a")), sorted(dfs("b")))


def hanoi(n, a, b, c):
    return 0 if n == 0 else hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)


def ack(m, n):
    return n + 1 if m == 0 else ack(m - 1, 1) if n == 0 else ack(m - 1, ack(m, n - 1))


print(hanoi(5, "a", "b", "c"), ack(2, 3))
tree = [1, [2]] if False else None
print(tree)
