# test: lang
# Making an object of an abstract class raises TypeError, if abc.ABC or ABCMeta is among its bases.
from abc import ABC, ABCMeta, abstractmethod


class Shape(ABC):
    def __init__(self, name):
        self.name = name

    @abstractmethod
    def area(self):
        """The area."""

    @property
    @abstractmethod
    def corners(self): ...

    def shown(self):
        return f"{self.name}: {self.area()} {self.corners}"


class Half(Shape):
    def area(self):
        return 0.5


class Square(Half):
    @property
    def corners(self):
        return 4


class Meta(metaclass=ABCMeta):
    @abstractmethod
    def run(self): ...


class Runner(Meta):
    def run(self):
        return "runs"


class Plain:
    @abstractmethod
    def todo(self):
        return "nothing keeps it from being made"


def attempt(make):
    try:
        print(make().shown())
    except TypeError as e:
        print("TypeError:", e)


attempt(lambda: Shape("s"))
attempt(lambda: Half("h"))
attempt(lambda: Square("q"))
try:
    m = Meta()
    print("made", m.run())
except TypeError as e:
    print(e)
print(Runner().run(), Plain().todo())
for cls in [Square, Half]:
    try:
        print(cls("loop").shown())
    except TypeError as e:
        print(type(e).__name__, e)
