# test: lang
# Mixins with exceptions, abstract classes, dataclasses; several __init__.
from abc import ABC, abstractmethod
from dataclasses import dataclass
from enum import Enum
class Describe:
    def describe(self):
        return type(self).__name__ + ":" + str(self)
class AppError(Describe, ValueError):
    code = 3
class Other(Exception, Describe):
    pass
for k in range(2):
    try:
        if k:
            raise AppError("bad")
        raise Other("other")
    except ValueError as e:
        print(e.describe() if isinstance(e, AppError) else "?", isinstance(e, Describe))
    except Other as e:
        print(e.describe())
class Shape(ABC):
    @abstractmethod
    def area(self): ...
class Ord:
    def __lt__(self, other):
        return self.area() < other.area()
    def __gt__(self, other):
        return self.area() > other.area()
    def __eq__(self, other):
        return self.area() == other.area()
class Sq(Shape, Ord):
    def __init__(self, s):
        self.s = s
    def area(self):
        return self.s * self.s
class Ci(Ord, Shape):
    def __init__(self, r):
        self.r = r
    def area(self):
        return 3 * self.r
print(Sq(2) < Sq(3), Ci(2) > Ci(1), Sq(3) == Sq(3))
xs = sorted([Sq(5), Sq(1), Sq(3)])
print([x.s for x in xs])
shapes = [Sq(2), Ci(5)]
print([s.area() for s in shapes], Sq(2) < Ci(5))
@dataclass
class P:
    x: int
    y: int = 2
@dataclass
class Q(Describe, P):
    z: int = 3
print(Q(1), Q(1).describe(), Q(1, 2, 4) == Q(1, 2, 4))
class M1:
    def __init__(self):
        self.a = 1
        super().__init__()
class M2:
    def __init__(self):
        self.b = 2
        super().__init__()
class Both(M1, M2):
    def total(self):
        return self.a + self.b
class Both2(M2, M1):
    pass
print(Both().total(), Both2().a, Both2().b)
print(Both().__class__.__name__, isinstance(Both(), M2), isinstance(Both2(), M1))
def area_of(m):
    return m.a
print(area_of(M1()), area_of(Both()))
try:
    print(M1().b if False else M2().b)
except AttributeError as e:
    print(e)
