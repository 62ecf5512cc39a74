# test: diag
class Box:
    def __init__(self, x):
        self.x = x


b = Box(1)  #- T0102 9: int comes from here
b.x = "text"  #! T0102 1: `x` is int on one path and str on another  #- T0102 7: str comes from here
print(b.x)
