# test: diag
from abc import ABC, abstractmethod


class Shape(ABC):
    @abstractmethod
    def area(self):
        pass


class Box(Shape):
    pass


Box()  #! W0302 15:1: `Box` cannot be instantiated: its method `area` is abstract; this raises TypeError
