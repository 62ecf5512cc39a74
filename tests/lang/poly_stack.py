# test: lang
# An unannotated Stack of ints, of strings and of lists in one program.


class Stack:
    def __init__(self):
        self.items = []

    def push(self, x):
        self.items.append(x)
        return self

    def pop(self):
        if not self.items:
            raise IndexError("empty stack")
        return self.items.pop()

    def peek(self):
        return self.items[-1] if self.items else None

    def __len__(self):
        return len(self.items)


a = Stack()
b = Stack()
c = Stack()
for i in range(4):
    a.push(i * i)
for w in "to be or".split():
    b.push(w)
c.push([1]).push([2, 3])
print(a.pop() + 1, b.pop().upper(), c.pop() + [4], len(a), len(b), len(c))
print(a.peek(), b.peek(), c.peek(), a.items, b.items, c.items)
while len(a):
    print(a.pop(), end=" ")
print(a.peek())
d = Stack()
print(d.peek(), len(d), d.items)
try:
    d.pop()
except IndexError as e:
    print("IndexError:", e)


def rpn(text):
    s = Stack()
    for t in text.split():
        if t in "+-*":
            y, x = s.pop(), s.pop()
            s.push(x + y if t == "+" else x - y if t == "-" else x * y)
        else:
            s.push(int(t))
    return s.pop()


print(rpn("3 4 + 2 * 7 -"))
