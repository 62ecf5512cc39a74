# test: lang
# Optional values in variables, attributes, lists and results.


def find(xs, wanted):
    for i, x in enumerate(xs):
        if x == wanted:
            return i


def first_long(words, n):
    for w in words:
        if len(w) > n:
            return w
    return None


class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next


print(find([1, 2, 3], 2), find([1, 2, 3], 9), find("abc", "c"), first_long(["a", "bbb"], 2), first_long(["a"], 2))
x = None
print(x, x is None, x is not None, x == None, not x, bool(x), str(x), [x], x or 5)
if find([5], 5) is not None:
    print("found at 0")
if not find([5], 5):
    print("0 is false")
head = Node(1, Node(2, Node(3)))
n = head
total = 0
while n is not None:
    total += n.value
    n = n.next
print(total, head.next.next.next, head.next.next.next is None)
slots = [None] * 3
print(slots)
slots[1] = 5
print(slots, slots[0] is None, slots[1], [s for s in slots if s is not None])
names = [None] * 2
names[0] = "a"
print(names, [len(s) if s else 0 for s in names])
best = None
for v in (3, 9, 4):
    if best is None or v > best:
        best = v
print(best)
try:
    head.next.next.next.value
except AttributeError as e:
    print("AttributeError:", e)
