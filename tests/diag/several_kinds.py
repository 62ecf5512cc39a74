# test: diag
# Independent errors of several kinds in one run; what follows from one is not reported again.
import math


class Shape:
    def __init__(self, size: int):  #- T0114 30: annotated here
        self.size = size

    def area(self):
        return self.size * self.sise  #! T0301 28: `Shape` has no attribute `sise`: nothing ever sets it


def total(shapes):
    return sum(shape.area() for shape in shapes)


print(total([Shape(2)]))
print(math.squareroot(2))  #! T0302 7: module `math` has no attribute `squareroot`
print(len(5))  #! T0104 7: object of type `int` has no len()
print(Shape("x").size)  #! T0114 7: `size` is annotated as int, but is str here  #- T0114 13: str comes from here
print(Shape().size)  #! T0204 7: Shape.__init__() is missing the argument `size`
x: float = "text"  #! T0114 12: `x` is annotated as float, but is str here  #- T0114 12: str comes from here  #- T0114 4: annotated here
print(x + 1)  #! T0103 7: unsupported operand types for +: `str` and `int`
