# test: lang
# Class attributes are read through instances and shadowed by them.


class Counter:
    count = 0
    step = 1
    names = []
    limit = None

    def __init__(self, name):
        Counter.count += 1
        self.name = name
        self.names.append(name)

    def bump(self):
        self.step += 1
        return self.step


a, b = Counter("a"), Counter("b")
print(Counter.count, a.count, Counter.names, a.names is b.names, a.limit)
print(a.bump(), a.bump(), b.step, Counter.step)
a.count = 100
print(a.count, b.count, Counter.count)
Counter.step = 50
print(a.step, b.step, b.bump(), Counter.step)
Counter.limit = 9
print(a.limit, b.limit)
b.limit = 3
print(a.limit, b.limit, Counter.limit)
a.names = ["own"]
print(a.names, b.names, Counter.names)


class Sub(Counter):
    step = 7


c = Sub("c")
print(c.step, Sub.step, c.limit, Sub.count, Sub.names, Counter.names)
Sub.count = -1
print(Sub.count, Counter.count, c.count)
Counter.limit = 1
print(Sub.limit, c.limit)
