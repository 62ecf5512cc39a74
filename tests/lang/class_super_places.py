# test: lang
# super() in every place.


class Base:
    def __init__(self, name):
        self.name = name

    def hello(self):
        return "base " + self.name

    @property
    def size(self):
        return 1

    @classmethod
    def create(cls):
        return cls("created")

    @staticmethod
    def util(x):
        return x * 2

    def __str__(self):
        return "B(" + self.name + ")"

    def __eq__(self, other):
        return self.name == other.name

    def __add__(self, other):
        return self.name + other.name

    def __len__(self):
        return 3


class Mid(Base):
    def hello(self):
        return "mid " + super().hello()

    def __str__(self):
        return "M" + super().__str__()


class Leaf(Mid):
    def __init__(self, name, extra):
        super().__init__(name)
        self.extra = extra

    def hello(self):
        parts = [super(Leaf, self).hello() for _ in range(2)]
        return "leaf " + "|".join(parts)

    @property
    def size(self):
        return super().size + 10

    @classmethod
    def create(cls):
        return cls("x", "y")

    @staticmethod
    def util(x):
        return Base.util(x) + 1

    def __str__(self):
        f = super().__str__
        return f() + ":" + self.extra

    def __add__(self, other):
        return super().__add__(other) + "!"

    def __len__(self):
        return super().__len__() * 2


l = Leaf("n", "e")
print(l.hello(), l.size, str(l), len(l))
print(Leaf.create().extra, Mid.create().name, Leaf.util(4), l + l, l == Leaf("n", "z"))
print(Base.hello(l), Mid.hello(l))
