# test: lang
# Generators among other values: tests, identity, dictionaries of them.


def g(n):
    yield n


class Holder:
    def __init__(self, items):
        self.items = items
        self.it = None

    def step(self):
        if self.it is None:
            self.it = g(self.items)
        return next(self.it, None)


a = g(1)
b = a
print(a is b, a is g(1), a == b, a == g(1), bool(a), type(a).__name__)
h = Holder(4)
print(h.step(), h.step(), h.step())
tasks = {"x": g(1), "y": g(2)}
print([next(tasks[k]) for k in tasks])
queue = [g(i) for i in range(3)]
while queue:
    task = queue.pop(0)
    try:
        print(next(task))
        queue.append(task)
    except StopIteration:
        print("done")
