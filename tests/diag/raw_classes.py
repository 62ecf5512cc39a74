# test: diag


class Node:
    _alloc_flavor_ = "raw"

    def __init__(self, name, others):
        self.name = name  #! T0116 9: `name` of Node, which is explicitly managed, holds str: the collector would not see that
        self.others = others  #! T0116 9: `others` of Node, which is explicitly managed, holds list[int]: the collector would not see that


class Base:
    def __init__(self):
        self.x = 1


class Derived(Base):
    _alloc_flavor_ = "raw"  #! U0310 5: not supported: a base of `Derived`, whose objects are explicitly managed


class Sub(Node):  #! U0310 1: not supported: a subclass of a class whose objects are explicitly managed
    pass


class Del:  #! U0310 1: not supported: `__del__` in a class whose objects are explicitly managed
    _alloc_flavor_ = "raw"

    def __del__(self):
        print("gone")


class Strange:
    _alloc_flavor_ = "pool"  #! U0310 5: not supported: `_alloc_flavor_` that is neither "raw" nor "gc"


class Good:
    _alloc_flavor_ = "raw"

    def __init__(self, next):
        self.next = next
        self.call = None


node = Node("a" * 3, [1])  #- T0116 13: str comes from here  #- T0116 22: list[int] comes from here
Derived()
Sub("b", [2])
Del()
Strange()
good = Good(Good(None))  #- T0102 8: Good comes from here
good.call = len  #! T0116 1: `call` of Good, which is explicitly managed, holds function len: the collector would not see that  #- T0116 13: function len comes from here
print(node.name, node.others)
mixed = [good, Base()]  #! T0102 9: the items of this list are Good in one place and Base in another  #- T0102 16: Base comes from here
