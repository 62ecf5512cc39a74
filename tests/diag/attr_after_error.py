# test: diag
class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def norm(self):
        return self.x + self.y


p = Point(1, missing)  #! N0101 14: name `missing` is never bound
print(p.x, p.y, p.norm(), p.zz)  #! T0301 27: `Point` has no attribute `zz`: nothing ever sets it
