# test: diag
class Box:
    def __init__(self, w):
        self.w = w

    def grow(self, by):
        self.w += by


b = Box()  #! T0204 5: Box.__init__() is missing the argument `w`
c = Box(1, 2)  #! T0201 5: Box.__init__() takes 2 positional arguments but 3 were given
d = Box(1)
d.grow()  #! T0204 1: Box.grow() is missing the argument `by`
d.grow(1, 2)  #! T0201 1: Box.grow() takes 2 positional arguments but 3 were given
