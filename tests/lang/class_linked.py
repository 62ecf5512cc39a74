# test: lang
# Linked structures: stack, queue, binary tree, with None at the ends.


class Node:
    def __init__(self, key, value):
        self.key = key
        self.value = value
        self.left = None
        self.right = None


class TreeMap:
    def __init__(self):
        self.root = None
        self.size = 0

    def put(self, key, value):
        if self.root is None:
            self.root = Node(key, value)
            self.size = 1
            return
        n = self.root
        while True:
            if key == n.key:
                n.value = value
                return
            child = n.left if key < n.key else n.right
            if child is None:
                break
            n = child
        if key < n.key:
            n.left = Node(key, value)
        else:
            n.right = Node(key, value)
        self.size += 1

    def get(self, key):
        n = self.root
        while n:
            if key == n.key:
                return n.value
            n = n.left if key < n.key else n.right
        return None

    def depth(self, n):
        return 0 if n is None else 1 + max(self.depth(n.left), self.depth(n.right))

    def walk(self, n, out):
        if n is not None:
            self.walk(n.left, out)
            out.append((n.key, n.value))
            self.walk(n.right, out)
        return out


t = TreeMap()
for i in range(20):
    t.put(i * 7 % 20, i)
print(t.size, t.depth(t.root), t.walk(t.root, []), t.get(7), t.get(99))
t.put(7, -1)
print(t.size, t.get(7), t.root.left, t.root.right.left.key)
