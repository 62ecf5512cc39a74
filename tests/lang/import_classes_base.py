registry = []


class Base:
    tag = "base"
    made = 0

    def __init__(self, n):
        self.n = n
        Base.made += 1

    def value(self):
        return self.n

    def add(self, k):
        return self.value() + k

    def show(self):
        return f"{self.tag} {self.value()}"


def make(cls, n):
    thing = cls(n)
    registry.append(thing)
    return thing


def apply(f, x):
    return f(x)
