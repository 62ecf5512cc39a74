# test: lang
# static and class methods through classes, instances and subclasses.


class A:
    kind = "A"
    count = 0

    def __init__(self, v=0):
        self.v = v
        A.count += 1

    @staticmethod
    def add(x, y=1):
        return x + y

    @classmethod
    def make(cls, v):
        obj = cls(v)
        return obj

    @classmethod
    def name(cls):
        return cls.kind + "/" + cls.__name__

    def both(self):
        return self.add(1, 2), self.name(), type(self).name()


class B(A):
    kind = "B"

    @classmethod
    def name(cls):
        return "<" + super().name() + ">"


print(A.add(1), A().add(2, 3), B.add(5))
print(A.make(3).v, type(B.make(4)).__name__, B.make(4).kind)
print(A.name(), B.name(), A().name(), B().name())
print(A().both(), B().both(), A.count)
f = A.add
g = B.name
h = A.make
print(f(7), g(), h(9).v)


class Registry:
    items = []

    @classmethod
    def add(cls, x):
        cls.items.append(x)
        return len(cls.items)


class Sub(Registry):
    pass


print(Registry.add(1), Sub.add(2), Registry.items is Sub.items)
