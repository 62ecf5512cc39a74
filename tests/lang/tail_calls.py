# test: lang
# Calls of a function at its own end: deep, with effects, without end (RecursionError stays), and with tracebacks.
class Node:
    def __init__(self, key, left, right):
        self.key = key
        self.left = left
        self.right = right


def insert(node, key):
    if node is None:
        return Node(key, None, None)
    if key < node.key:
        node.left = insert(node.left, key)
    else:
        node.right = insert(node.right, key)
    return node


def find(node, key):
    if node is None:
        return False
    if node.key == key:
        return True
    return find(node.left if key < node.key else node.right, key)


def gcd(a, b):
    if b == 0:
        return a
    return gcd(b, a % b)


def endless(n):
    if n == -1:
        return 0
    return endless(n ^ 1)


def count(n, acc):
    if n == 0:
        return acc
    return count(n - 1, acc + n)


def forever():
    return forever()


tree = None
x = 1
for i in range(200):
    x = x * 1103515245 + 12345 & 0xFFFF
    tree = insert(tree, x)
print(sum(find(tree, i) for i in range(0x10000)))
print(gcd(1071, 462), gcd(2**40 + 1, 3**20), gcd(17, 0))
for f in (lambda: endless(4), lambda: forever()):
    try:
        print(f())
    except RecursionError as e:
        print("RecursionError", str(e)[:32])
print(count(500, 0))


def swap(a, b, n):
    if n == 0:
        return (a, b)
    return swap(b, a, n - 1)


def check(n):
    if n < 0:
        raise ValueError(n)
    return check(n - 1)


def visit(node, seen):
    if node is None:
        return
    seen[0] += 1
    if node.key % 2:
        visit(node.left, seen)
    visit(node.right, seen)


def even(n):
    return True if n == 0 else odd(n - 1)


def odd(n):
    return False if n == 0 else even(n - 1)


class Link:
    def __init__(self, value, next):
        self.value, self.next = value, next

    def last(self):
        if self.next is None:
            return self
        return self.next.last()


print(swap(1, 2, 301), swap("x", "y", 300), even(300), odd(300))
seen = [0]
visit(tree, seen)
print(seen)
try:
    check(3)
except ValueError as e:
    print("ValueError", e)
link = None
for i in range(450):
    link = Link(i, link)
print(link.last().value)
