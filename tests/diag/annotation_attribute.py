# test: diag
class Base:
    size: int = 0  #- T0114 11: annotated here

    def __init__(self, size, tag):
        self.size = size  #! T0114 9: `size` is annotated as int, but is float here
        self.tag: "str | None" = tag


class Leaf(Base):
    pass


leaf = Leaf(3, None)
other = Base(4.5, "t")  #- T0114 14: float comes from here
print(leaf.size, other.size, leaf.tag)
