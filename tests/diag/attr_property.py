# test: diag
class Circle:
    def __init__(self, r):
        self.r = r

    @property
    def area(self):
        return self.r * self.r * 3


c = Circle(2)
c.area = 4  #! T0303 1: property `area` of `Circle` has no setter
