# test: lang
# Objects of a class and of its base, made in several places for several types: attributes that meet stay one.

class Box:
    def __init__(self, value):
        self.value = value


class Base:
    def __init__(self, b):
        self.b = b


class Derived(Base):
    pass


def choose(n):
    if Derived(False):
        print(Base(False).b)
    print(max(Derived(True), Base(True), key=lambda x: 0).b)
    print(Box('').value)
    print(Box(Derived(False).b).value)


choose(1)
