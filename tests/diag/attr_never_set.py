# test: diag
class Node:
    def __init__(self, value):
        self.value = value

    def show(self):
        return self.colour  #! T0301 16: `Node` has no attribute `colour`: nothing ever sets it


print(Node(1).show())
