# test: lang
# Local classes that capture variables: one for each call of the function around.


def factory(n):
    class Local:
        size = n

        def __init__(self, v):
            self.v = v

        def total(self):
            return self.v + n + self.size

    return Local


A = factory(3)
B = factory(10)
print(A(1).total(), B(1).total(), A(2).total(), A.size, B.size)


def plain(x):
    class Point:
        def __init__(self, x):
            self.x = x

        def double(self):
            return self.x * 2

    return Point(x).double()


print([plain(i) for i in range(4)])


def counter():
    class Count:
        made = 0

        def __init__(self):
            Count.made += 1

    Count()
    Count()
    return Count.made


print(counter())
