# test: lang
# cached_property over several classes, and one whose function raises.
from functools import cached_property
class Shape:
    def __init__(self, n):
        self.n = n
    @cached_property
    def area(self):
        print("area of", type(self).__name__)
        return self.n * 1.0
    @cached_property
    def parts(self):
        return [self.n]
class Square(Shape):
    @cached_property
    def area(self):
        print("square area")
        return self.n * self.n * 1.0
shapes = [Shape(2), Square(3)]
for s in shapes:
    print(s.area, s.area)
    s.n = 10
    print(s.area)
    s.parts.append(5)
    print(s.parts)
print(sum(s.area for s in shapes))
class Fails:
    tries = 0
    @cached_property
    def x(self):
        self.tries += 1
        if self.tries < 2:
            raise ValueError("not yet")
        return self.tries
f = Fails()
try:
    f.x
except ValueError as e:
    print(e)
print(f.x, f.x)
